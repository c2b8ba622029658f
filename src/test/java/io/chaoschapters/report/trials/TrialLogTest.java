package io.chaoschapters.report.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.chaoschapters.diagnosis.grading.Grade.Outcome;
import io.chaoschapters.run.file.CutAnywhere;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialLogTest {
  @TempDir Path folder;

  private static TrialResult result(int number) {
    return TrialTableTest.measured(number, "leak", Outcome.RIGHT, Outcome.UNSURE);
  }

  @Test
  void whatWasAppended_isReadBack() {
    try (TrialLog log = TrialLog.create(folder, TrialTableTest.header())) {
      log.append(result(1));
    }
    TrialLog.Content content = TrialLog.read(folder);

    assertThat(content.header()).isEqualTo(TrialTableTest.header());
    assertThat(content.results()).containsExactly(result(1));
    assertThat(content.isFinished()).isFalse();
  }

  @Test
  void cutOffInTheMiddleOfALine_wholeTrialsAreKeptAndTheNextFollowsThem() throws IOException {
    try (TrialLog log = TrialLog.create(folder, TrialTableTest.header())) {
      log.append(result(1));
    }
    Files.writeString(
        folder.resolve(TrialLog.FILE_NAME),
        "{\"number\":2,\"experiment\":\"lé",
        StandardOpenOption.APPEND);

    assertThat(TrialLog.read(folder).results()).hasSize(1);
    try (TrialLog log = TrialLog.resume(folder).orElseThrow()) {
      log.append(result(2));
    }
    assertThat(TrialLog.read(folder).results()).containsExactly(result(1), result(2));
  }

  @Test
  void logInUse_cannotBeOpenedAgain() {
    try (TrialLog log = TrialLog.create(folder, TrialTableTest.header())) {
      log.append(result(1));
      assertThat(TrialLog.resume(folder)).isEqualTo(Optional.empty());
    }
    TrialLog.resume(folder).orElseThrow().close();
  }

  @Test
  void threadIsInterrupted_trialIsKeptAllTheSame() {
    try (TrialLog log = TrialLog.create(folder, TrialTableTest.header())) {
      Thread.currentThread().interrupt();
      log.append(result(1));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(TrialLog.read(folder).results()).hasSize(1);
  }

  @Test
  void noLog_isSaid() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TrialLog.read(folder))
        .withMessageEndingWith("holds no trials.jsonl, so it is not a folder of trials.");
  }

  @Test
  void somethingElse_isSaid() throws IOException {
    Files.writeString(folder.resolve(TrialLog.FILE_NAME), "hello\n");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> TrialLog.read(folder))
        .withMessageContaining("is not a log of trials, or a damaged one");
  }

  @Test
  void cutAnywhere_wholeTrialsAreKeptAndTheNextFollowsThem() throws Exception {
    Path path = folder.resolve(TrialLog.FILE_NAME);
    List<TrialResult> all =
        List.of(
            TrialTableTest.measured(1, "lék", Outcome.RIGHT, Outcome.UNSURE),
            TrialTableTest.measured(2, "▄", Outcome.WRONG_TERM, Outcome.RIGHT));
    try (TrialLog log = TrialLog.create(folder, TrialTableTest.header())) {
      all.forEach(log::append);
    }

    CutAnywhere.of(
        path,
        left -> {
          int whole = CutAnywhere.wholeLines(left);
          if (whole == 0) {
            assertThatIllegalArgumentException()
                .isThrownBy(() -> TrialLog.read(folder))
                .withMessageEndingWith("was cut off before it said what it is about.");
            return;
          }
          assertThat(TrialLog.read(folder).results()).isEqualTo(all.subList(0, whole - 1));
          try (TrialLog log = TrialLog.resume(folder).orElseThrow()) {
            log.append(result(7));
          }
          assertThat(TrialLog.read(folder).results()).hasSize(whole).endsWith(result(7));
        });
  }
}
