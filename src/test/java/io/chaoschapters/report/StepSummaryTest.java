package io.chaoschapters.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepSummaryTest {
  private static final int LIMIT = 64 * 1024;

  @TempDir Path folder;
  private final List<String> complaints = new ArrayList<>();

  private void append(Path file, String title, List<String> lines) {
    StepSummary.append(
        Map.of("GITHUB_STEP_SUMMARY", file.toString()), title, lines, complaints::add);
  }

  @Test
  void section_isAppendedToWhatOtherStepsWrote() throws IOException {
    Path file = folder.resolve("summary.md");
    Files.writeString(file, "before\n");
    append(file, "Trials of a|b", List.of("one", "two"));
    assertThat(file).content().isEqualTo("before\n## Trials of a\\|b\n\none\ntwo\n\n");
  }

  @Test
  void whateverTheRun_itStaysBelowTheLimit_andSaysThatItIsCut() throws IOException {
    Path file = folder.resolve("summary.md");
    for (int i = 0; i < 5; i++) {
      append(file, "Run " + i, Collections.nCopies(400, "ä".repeat(60)));
    }
    append(file, "One line", List.of("x".repeat(10 * LIMIT)));
    assertThat(Files.size(file)).isBetween(50_000L, (long) LIMIT);
    assertThat(file).content().containsOnlyOnce("Cut here").endsWith("\n");
    assertThat(complaints).isEmpty();
  }

  @Test
  void elsewhere_nothingIsWritten() throws IOException {
    StepSummary.append(Map.of(), "t", List.of("x"), complaints::add);
    StepSummary.append(Map.of("GITHUB_STEP_SUMMARY", ""), "t", List.of("x"), complaints::add);
    assertThat(folder).isEmptyDirectory();
    assertThat(complaints).isEmpty();
  }

  @Test
  void fileThatCannotBeWritten_isASentence() {
    append(folder, "t", List.of("x"));
    append(folder.resolve("no").resolve("folder.md"), "t", List.of("x"));
    assertThat(complaints)
        .hasSize(2)
        .allSatisfy(c -> assertThat(c).startsWith("No summary for GitHub Actions, because"));
  }
}
