package io.chaoschapters.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README shows is in the repository, and what it tells to type is run by the gate. */
class ReadmeTest {
  private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*?) *```", Pattern.DOTALL);
  private static final Pattern SNIPPETS =
      Pattern.compile("<!-- from: (\\S+) -->\n```\\w+\n(.*?)```", Pattern.DOTALL);

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }

  static Stream<String> commands() throws IOException {
    return COMMANDS
        .matcher(readme())
        .results()
        .flatMap(found -> found.group(1).lines())
        .map(String::strip);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void command_isRunByTheGate(String command) throws IOException {
    String arguments = command.replaceFirst("^mvn (-q )?", "");
    String gate =
        Files.readString(Path.of(".ci/run")) + Files.readString(Path.of(".ci/own-system"));
    assertThat(gate).contains(arguments);
  }

  @Test
  void snippets_areInTheFilesTheyName() throws IOException {
    List<Matcher> found =
        SNIPPETS.matcher(readme()).results().map(r -> matcher(r.group())).toList();
    assertThat(found).isNotEmpty();
    for (Matcher snippet : found) {
      assertThat(Files.readString(Path.of(snippet.group(1)))).contains(snippet.group(2));
    }
  }

  private static Matcher matcher(String snippet) {
    Matcher matcher = SNIPPETS.matcher(snippet);
    assertThat(matcher.matches()).isTrue();
    return matcher;
  }

  @Test
  void exampleProject_isAsShortAsItIsSaidToBe() throws IOException {
    Path sources = Path.of("src/test/projects/redis-pair/src");
    long lines = 0;
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        lines += Files.readAllLines(file).size();
      }
    }
    assertThat(readme()).contains("in under 400 lines of Java and YAML");
    assertThat(lines).isBetween(300L, 399L);
  }
}
