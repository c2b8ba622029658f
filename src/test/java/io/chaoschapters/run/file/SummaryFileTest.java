package io.chaoschapters.run.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.run.AnswerMarks;
import io.chaoschapters.run.ChapterResult;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.run.RecoveryOutcome;
import io.chaoschapters.run.RunState;
import io.chaoschapters.run.RunSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryFileTest {
  private static final ChapterResult FLOOD =
      new ChapterResult(
          2,
          "02-flood",
          "A flood",
          "flood",
          ChapterVerdict.FAIL,
          "wrong",
          "overflow",
          "none",
          "toy 1",
          0.5,
          0.001,
          1.25,
          RecoveryOutcome.RECOVERED,
          4.5,
          3,
          0.002,
          100,
          20,
          new AnswerMarks(0.4, true, List.of("queue overflow"), "measured"));
  private static final ChapterResult PLAIN =
      new ChapterResult(
          1,
          "01-plain",
          "Plain",
          null,
          ChapterVerdict.PASS,
          "",
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          0.25,
          0,
          0.001,
          null,
          null,
          null);
  private static final RunSummary SUMMARY =
      new RunSummary(
          "run-1",
          "toy",
          "A toy",
          Instant.parse("2026-01-02T03:04:05.678Z"),
          "local",
          "because",
          "embedded",
          "",
          Map.of("tank-1", "Tank v2 (abc)"),
          "toy 1",
          1.5,
          9.75,
          3,
          Map.of("poll", "50 (default)"),
          List.of(PLAIN, FLOOD),
          RunState.ENDED);

  @TempDir Path folder;

  @Test
  void summary_isReadAsItWasWritten() {
    Path file = folder.resolve("summary.json");
    SummaryFile.write(file, SUMMARY);
    assertThat(SummaryFile.read(file)).isEqualTo(SUMMARY);
    assertThat(SUMMARY.count(ChapterVerdict.FAIL)).isEqualTo(1);
    assertThat(SUMMARY.count(ChapterVerdict.SKIPPED)).isZero();
  }

  @Test
  void whatThereIsNot_isLeftOutAndTimesCanBeRead() throws IOException {
    Path file = folder.resolve("summary.json");
    SummaryFile.write(file, SUMMARY);
    assertThat(Files.readString(file))
        .contains("\"2026-01-02T03:04:05.678Z\"")
        .containsOnlyOnce("\"timeToDetect\"")
        .doesNotContain("null");
  }

  @Test
  void writtenAgain_replacesTheFileAndLeavesNothingBeside() throws IOException {
    Path file = folder.resolve("summary.json");
    SummaryFile.write(file, SUMMARY);
    SummaryFile.write(file, SUMMARY);
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void folderThatIsNotThere_isNamed() {
    assertThatThrownBy(() -> SummaryFile.write(folder.resolve("no/summary.json"), SUMMARY))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("summary.json");
    assertThatThrownBy(() -> SummaryFile.read(folder.resolve("none.json")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("none.json");
  }
}
