package io.chaoschapters.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.journal.DiskReserve;
import io.chaoschapters.report.ChapterResult;
import io.chaoschapters.report.ChapterVerdict;
import io.chaoschapters.report.RunState;
import io.chaoschapters.report.RunSummary;
import io.chaoschapters.report.SummaryFile;
import io.chaoschapters.runtime.LastWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningSummaryTest {
  @TempDir Path run;
  private RunningSummary summary;

  @BeforeEach
  void begin() {
    summary = new RunningSummary(run, DiskReserve.in(run), RunningSummaryTest::summary);
    summary.begin();
    summary.finished(result("01-first", ChapterVerdict.PASS, ""));
    summary.underWay(
        new RunningSummary.UnderWay(
            result("02-second", ChapterVerdict.UNKNOWN, "under way"),
            result("02-second", ChapterVerdict.UNKNOWN, "cut off")));
  }

  @Test
  void chapterUnderWay_isTold() {
    assertThat(read().state()).isEqualTo(RunState.RUNNING);
    assertThat(reasons()).containsExactly("", "under way");
  }

  @Test
  void jvmIsGone_lastWordsTellThatItWasCutOff() throws IOException {
    LastWords.of(run).speak();

    assertThat(read().state()).isEqualTo(RunState.CUT_OFF);
    assertThat(reasons()).containsExactly("", "cut off");
    assertThat(run).isDirectoryNotContaining("glob:**reserve");
  }

  @Test
  void endedBeforeItsTime_isCutOffAndNothingMoreIsWritten() throws IOException {
    summary.end(true);
    summary.finished(result("02-second", ChapterVerdict.FAIL, "too late"));
    LastWords.of(run).speak();

    assertThat(read().state()).isEqualTo(RunState.CUT_OFF);
    assertThat(reasons()).containsExactly("", "cut off");
  }

  @Test
  void endedInGoodOrder_saysSoAndLeavesNoLastWords() {
    summary.finished(result("02-second", ChapterVerdict.FAIL, "why"));
    summary.end(false);

    assertThat(read().state()).isEqualTo(RunState.ENDED);
    assertThat(reasons()).containsExactly("", "why");
    assertThat(run.resolve(LastWords.FOLDER)).doesNotExist();
  }

  @Test
  void noRoomForTheEnd_whatWasPreparedSaysThatTheRunIsOver() throws IOException {
    // A draft that can be neither written nor removed stands for a disk without room.
    Files.createDirectories(run.resolve("summary.json.new/taken"));

    assertThatThrownBy(() -> summary.end(false)).hasMessageContaining("Is there free space left?");

    assertThat(read().state()).isEqualTo(RunState.CUT_OFF);
    assertThat(reasons()).containsExactly("", "cut off");
  }

  private RunSummary read() {
    return SummaryFile.read(run.resolve("summary.json"));
  }

  private List<String> reasons() {
    return read().chapters().stream().map(ChapterResult::reason).toList();
  }

  private static RunSummary summary(List<ChapterResult> chapters, RunState state) {
    return new RunSummary(
        "run",
        "toy",
        "A toy",
        Instant.EPOCH,
        "local",
        "because",
        "embedded",
        "",
        Map.of(),
        "toy 1",
        1,
        2,
        3,
        Map.of(),
        chapters,
        state);
  }

  private static ChapterResult result(String name, ChapterVerdict verdict, String reason) {
    return new ChapterResult(
        1, name, name, null, verdict, reason, null, null, null, null, null, null, null, 1, 1, 1,
        null, null);
  }
}
