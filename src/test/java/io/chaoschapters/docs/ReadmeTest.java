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

/** The code that documents show is in the repository. */
class ReadmeTest {
  private static final Pattern SNIPPETS =
      Pattern.compile("<!-- from: (\\S+) -->\n```\\w+\n(.*?)```", Pattern.DOTALL);

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }

  @Test
  void readme_showsCode() throws IOException {
    assertThat(SNIPPETS.matcher(readme()).results()).isNotEmpty();
  }

  @Test
  void readme_isShort() throws IOException {
    assertThat(readme().lines()).hasSizeLessThanOrEqualTo(180);
  }

  @ParameterizedTest
  @MethodSource("io.chaoschapters.docs.DocumentsTest#documents")
  void snippets_areInTheFilesTheyName(Path document) throws IOException {
    List<Matcher> found =
        SNIPPETS
            .matcher(Files.readString(document))
            .results()
            .map(r -> matcher(r.group()))
            .toList();
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
