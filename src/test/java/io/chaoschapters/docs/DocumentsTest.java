package io.chaoschapters.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What documents refer to is there. */
class DocumentsTest {
  private static final Pattern LINKS = Pattern.compile("\\]\\((?!http)([^)#]+)\\)");
  private static final Pattern TYPES = Pattern.compile("`([A-Z][a-z]+[A-Z][A-Za-z]+)[`.]");

  private static final Pattern SHELL = Pattern.compile("```sh\n(.*?) *```", Pattern.DOTALL);
  private static final Pattern SET_IN =
      Pattern.compile("(?: {3,4})((?:mvn|osv-scanner|for i|docs/|docker/|\\.ci/)\\S* .*)");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  static Stream<Path> documents() throws IOException {
    List<Path> found;
    try (Stream<Path> top = Files.list(Path.of(""));
        Stream<Path> docs = Files.list(Path.of("docs"))) {
      found = Stream.concat(top, docs).filter(path -> path.toString().endsWith(".md")).toList();
    }
    return found.stream();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void links_leadToFiles(Path document) throws IOException {
    assertThat(found(LINKS, document))
        .allSatisfy(target -> assertThat(document.resolveSibling(target)).exists());
  }

  @Test
  void readme_hasLinks() throws IOException {
    assertThat(found(LINKS, Path.of("README.md"))).isNotEmpty();
  }

  @Test
  void typesInTheDesign_exist() throws IOException {
    Set<String> known;
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      known =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".java"))
              .map(name -> name.substring(0, name.length() - ".java".length()))
              .collect(Collectors.toSet());
    }
    known.add("ServiceLoader");
    assertThat(found(TYPES, Path.of("docs/design.md"))).isNotEmpty().isSubsetOf(known);
  }

  /** Commands that are typed: in shell blocks, and in lines that are set in. */
  static Stream<Arguments> commands() throws IOException {
    List<Arguments> found = new ArrayList<>();
    for (Path document : documents().toList()) {
      String text = Files.readString(document);
      SHELL
          .matcher(text)
          .results()
          .flatMap(block -> block.group(1).lines())
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .forEach(line -> found.add(Arguments.of(document, line)));
      text.lines()
          .map(SET_IN::matcher)
          .filter(Matcher::matches)
          .forEach(line -> found.add(Arguments.of(document, line.group(1))));
    }
    return found.stream();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void command_isRunByTheGateOrListedWithTheReason(Path document, String line) throws IOException {
    String command = line.split("\\s{3,}| #", 2)[0].strip();
    String arguments = command.replaceFirst("^mvn (-q )?", "");
    boolean run;
    try (Stream<Path> gate = Files.list(Path.of(".ci"))) {
      run = gate.map(DocumentsTest::text).anyMatch(text -> text.contains(arguments));
    }
    boolean listed =
        CODE.matcher(text(Path.of("docs/commands.md")))
            .results()
            .map(code -> code.group(1))
            .anyMatch(code -> Pattern.matches(withEllipsis(code), command));
    assertThat(run || listed).as("%s: %s", document, command).isTrue();
  }

  private static String withEllipsis(String code) {
    return Stream.of(code.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> found(Pattern pattern, Path document) throws IOException {
    return pattern
        .matcher(Files.readString(document))
        .results()
        .map((MatchResult result) -> result.group(1))
        .toList();
  }
}
