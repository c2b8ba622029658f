package io.chaoschapters.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.junit.ChapterInfo;
import io.chaoschapters.junit.ChapterPlan;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the audience reads in the chapters that ship can be read on the smallest stage. */
class NarrationTest {
  private static final Path CHAPTERS = Path.of("chapters");

  static List<Class<?>> chapterClasses() {
    List<Class<?>> found =
        SourceFile.below(CHAPTERS, "Chapters.java").stream()
            .<Class<?>>map(file -> type(file.path()))
            .toList();
    assertThat(found).isNotEmpty();
    return found;
  }

  private static Class<?> type(Path source) {
    // Below chapters/<subject>/ the folders are packages.
    Path within = source.subpath(2, source.getNameCount());
    String name = within.toString().replace(".java", "").replace('/', '.').replace('\\', '.');
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(source + " declares no class " + name, e);
    }
  }

  @ParameterizedTest
  @MethodSource("chapterClasses")
  void narrations_fitTheSmallestStage(Class<?> type) {
    assertThat(ChapterPlan.of(type).chapters().stream().flatMap(NarrationTest::problem)).isEmpty();
  }

  private static java.util.stream.Stream<String> problem(ChapterInfo info) {
    return NarrationFit.problem(info.chapter().title(), info.chapter().narration()).stream();
  }

  @Test
  void narrationThatDoesNotFit_isAProblem() {
    assertThat(NarrationFit.problem("Short", "A line.\n\nAnother.")).isEmpty();
    assertThat(NarrationFit.problem("Long", "words ".repeat(300)).orElseThrow())
        .contains("'Long'")
        .contains("80 x 24");
    assertThat(NarrationFit.problem("t".repeat(90), "")).isPresent();
  }
}
