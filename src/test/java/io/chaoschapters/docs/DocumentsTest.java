package io.chaoschapters.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What documents refer to is there. */
class DocumentsTest {
  private static final Pattern LINKS = Pattern.compile("\\]\\((?!http)([^)#]+)\\)");
  private static final Pattern TYPES = Pattern.compile("`([A-Z][a-z]+[A-Z][A-Za-z]+)[`.]");

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

  private static List<String> found(Pattern pattern, Path document) throws IOException {
    return pattern
        .matcher(Files.readString(document))
        .results()
        .map((MatchResult result) -> result.group(1))
        .toList();
  }
}
