package io.chaoschapters.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.chaos.ExperimentHaltedException;
import io.chaoschapters.monitor.Monitor;
import io.chaoschapters.report.trials.TrialLog;
import io.chaoschapters.report.trials.TrialOutcome;
import io.chaoschapters.report.trials.TrialResult;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.toy.ToyQueueShow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Faults that do more harm than their experiments allow. */
@Timeout(60)
class HaltTest {

  @ChaosDemo(subject = "toy")
  static class Runaway {
    @Chapter(order = 1, title = "It would last an hour")
    @Experiment("runaway-flood")
    void waiting(Monitor monitor) {
      monitor.awaitEnd();
    }

    @Chapter(order = 2, title = "It asserts nothing")
    @Experiment("runaway-flood")
    void careless(Monitor monitor) {
      assertThatThrownBy(monitor::awaitEnd).isInstanceOf(ExperimentHaltedException.class);
    }

    @Chapter(order = 3, title = "After it")
    @Experiment("control")
    void next(Monitor monitor) {
      monitor.awaitEnd();
    }
  }

  @Test
  void faultOutOfItsBounds_isEndedAtOnce_andTheChapterIsNeitherPassNorFail() {
    DemoOutcome outcome = DemoRun.of(Runaway.class);

    assertThat(outcome.verdicts().values())
        .containsExactly(ChapterVerdict.HALTED, ChapterVerdict.HALTED, ChapterVerdict.PASS);
    assertThat(outcome.failure("waiting"))
        .isInstanceOf(ExperimentHaltedException.class)
        .hasMessageContaining(
            "'runaway-flood' was halted, because signal 'backlog' is 30, which may be at most 20");
    assertThat(outcome.failure("careless")).isInstanceOf(ExperimentHaltedException.class);
    assertThat(outcome.happened())
        .containsSubsequence("FAULT_INJECTED", "FAULT_HALTED", "FAULT_ENDED", "RECOVERED");
    assertThat(outcome.events("FAULT_ENDED").get(0).at("/data/seconds").asDouble()).isLessThan(10);
    assertThat(outcome.events("RUN_ENDED").get(0).at("/data/verdict").asText())
        .isEqualTo("NOT_PASSED");
    assertThat(outcome.printed()).contains("HALTED");
  }

  @Test
  void trialThatIsHalted_isNotMeasured() throws IOException {
    DemoOutcome outcome =
        DemoRun.named("halt-trials-" + System.nanoTime())
            .setting("trials.experiments", "runaway-flood,control")
            .trials(1, ToyQueueShow.class);

    try (Stream<Path> found = Files.list(outcome.output().resolve("toy").resolve("trials"))) {
      List<TrialResult> results = TrialLog.read(found.findFirst().orElseThrow()).results();
      assertThat(results)
          .filteredOn(r -> r.experiment().equals("runaway-flood"))
          .isNotEmpty()
          .allSatisfy(r -> assertThat(r.outcome()).isEqualTo(TrialOutcome.HALTED));
      assertThat(results)
          .filteredOn(r -> r.experiment().equals("control"))
          .allSatisfy(r -> assertThat(r.outcome()).isEqualTo(TrialOutcome.MEASURED));
    }
  }
}
