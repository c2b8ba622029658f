package io.chaoschapters.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.run.ChapterResult;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.run.RunState;
import io.chaoschapters.run.RunSummary;
import io.chaoschapters.run.file.DiskReserve;
import io.chaoschapters.run.file.SummaryFile;
import io.chaoschapters.runtime.guard.LastWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningSummaryTest {
  @TempDir Path run;
  private final List<ChapterResult> ended = new ArrayList<>();
  private RunningSummary summary;

  @BeforeEach
  void begin() {
    summary = new RunningSummary(run, DiskReserve.in(run), this::summary);
    summary.keep();
    ended.add(result("01-first", ChapterVerdict.PASS, ""));
    summary.keep();
  }

  @Test
  void chapterUnderWay_isTold() {
    assertThat(read().state()).isEqualTo(RunState.RUNNING);
    assertThat(reasons()).containsExactly("", "RUNNING");
  }

  @Test
  void jvmIsGone_lastWordsTellThatItWasCutOff() throws IOException {
    LastWords.of(run).speak();
    assertThat(read().state()).isEqualTo(RunState.CUT_OFF);
    assertThat(reasons()).containsExactly("", "CUT_OFF");
    assertThat(run).isDirectoryNotContaining("glob:**reserve");
  }

  @Test
  void endedBeforeItsTime_isCutOffAndNothingMoreIsWritten() throws IOException {
    summary.end(true);
    ended.add(result("02-second", ChapterVerdict.FAIL, "too late"));
    summary.keep();
    LastWords.of(run).speak();
    assertThat(read().state()).isEqualTo(RunState.CUT_OFF);
    assertThat(reasons()).containsExactly("", "CUT_OFF");
  }

  @Test
  void endedInGoodOrder_saysSoAndLeavesNoLastWords() {
    ended.add(result("02-second", ChapterVerdict.FAIL, "why"));
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
    assertThat(reasons()).containsExactly("", "CUT_OFF");
  }

  private RunSummary read() {
    return SummaryFile.read(run.resolve("summary.json"));
  }

  private List<String> reasons() {
    return read().chapters().stream().map(ChapterResult::reason).toList();
  }

  /** One chapter is under way as long as the run has not ended. */
  private RunSummary summary(RunState state) {
    List<ChapterResult> chapters = new ArrayList<>(ended);
    if (state != RunState.ENDED) {
      chapters.add(result("02-second", ChapterVerdict.UNKNOWN, state.name()));
    }
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
        1.0,
        2,
        3,
        Map.of(),
        chapters,
        state);
  }

  private static ChapterResult result(String name, ChapterVerdict verdict, String reason) {
    return ChapterResult.unmeasured(1, name, name, null, verdict, reason);
  }
}
