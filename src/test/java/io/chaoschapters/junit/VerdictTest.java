package io.chaoschapters.junit;

import static io.chaoschapters.ChaosAssertions.assertThat;
import static io.chaoschapters.run.ChapterVerdict.INFRASTRUCTURE_ERROR;
import static io.chaoschapters.run.ChapterVerdict.INVALID_INJECTION;
import static io.chaoschapters.run.ChapterVerdict.PASS;
import static io.chaoschapters.run.ChapterVerdict.SKIPPED;
import static io.chaoschapters.run.ChapterVerdict.UNKNOWN;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.chaos.DirtyClusterException;
import io.chaoschapters.chaos.InvalidInjectionException;
import io.chaoschapters.chaos.Recovery;
import io.chaoschapters.monitor.Monitor;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.run.RecoveryOutcome;
import io.chaoschapters.toy.ToyCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a chapter comes to, and when that is written down. */
class VerdictTest {

  @ChaosDemo(subject = "toy")
  static class Unseen {
    @Chapter(order = 1, title = "Nobody sees it")
    @Experiment("unseen")
    void unseen() {
      throw new AssertionError("the method must not begin");
    }

    @Chapter(order = 2, title = "After it")
    void next() {}
  }

  @Test
  void faultThatNoWitnessSees_isInvalidInjectionAndFailsTheRun() {
    DemoOutcome outcome = DemoRun.of(Unseen.class);
    assertThat(outcome.failure("unseen")).isInstanceOf(InvalidInjectionException.class);
    assertThat(outcome.failure("unseen").getSuppressed()).isEmpty();
    assertThat(outcome.verdicts().values()).containsExactly(INVALID_INJECTION, PASS);
    assertThat(outcome.happened()).contains("FAULT_NOT_WITNESSED").contains("RECOVERED");
    assertThat(outcome.events("RUN_ENDED").get(0).at("/data/verdict").asText())
        .isEqualTo("NOT_PASSED");
    assertThat(outcome.printed()).contains("invalid injection");
  }

  @ChaosDemo(subject = "toy")
  static class Many {
    @Chapter(order = 1, title = "Not on this machine")
    void assumed() {
      Assumptions.assumeTrue(false, "too small");
    }

    @Chapter(order = 2, title = "Nothing can be measured")
    @Experiment("control")
    void unknown(ToyCluster cluster, Monitor monitor) {
      cluster.backlog(Double.NaN);
      try {
        monitor.awaitViolation("backlog-small");
      } finally {
        cluster.backlog(0);
      }
    }

    @Chapter(order = 3, title = "The surroundings fail")
    void surroundings() {
      throw new IllegalStateException("no such port");
    }
  }

  @Test
  void eachWayToEnd_hasAVerdictOfItsOwn() {
    DemoOutcome outcome = DemoRun.of(Many.class);
    assertThat(outcome.verdicts().values()).containsExactly(SKIPPED, UNKNOWN, INFRASTRUCTURE_ERROR);
    assertThat(outcome.chapter("01-assumed").reason()).contains("too small");
    assertThat(outcome.events("CHAPTER_JUDGED")).hasSize(3);
  }

  @ChaosDemo(subject = "toy")
  static class DirtyBefore {
    @Chapter(order = 1, title = "Somebody left something behind")
    void leave(ToyCluster cluster) {
      cluster.lastingBacklog(50);
    }

    @Chapter(order = 2, title = "It cannot begin")
    @Experiment("long-flood")
    void begin() {
      throw new AssertionError("the method must not begin");
    }

    @Chapter(order = 3, title = "After it")
    void next() {}
  }

  @Test
  void clusterIsDirtyBeforeTheFault_isAnErrorAndTheRestIsSkipped() {
    DemoOutcome outcome = DemoRun.of(DirtyBefore.class);
    assertThat(outcome.failure("begin")).isInstanceOf(DirtyClusterException.class);
    assertThat(outcome.verdicts().values()).containsExactly(PASS, INFRASTRUCTURE_ERROR, SKIPPED);
    assertThat(outcome.happened()).doesNotContain("FAULT_ARMED");
  }

  @ChaosDemo(subject = "toy")
  static class Flood {
    @Chapter(order = 1, title = "Three times what it holds")
    @Experiment("flood")
    void flood(Monitor monitor) {
      monitor.awaitViolation("backlog-small");
    }
  }

  @Test
  void chapterWithAFault_isWrittenDownInOrder_intentFirstAndVerdictBeforeTeardown() {
    DemoOutcome outcome = DemoRun.of(Flood.class);
    assertThat(outcome.happened())
        .startsWith("RUN_STARTED", "WAITING", "CLUSTER_READY")
        .containsSubsequence(
            "CHAPTER_SCHEDULED",
            "CHAPTER_STARTED",
            "STEADY_STATE",
            "FAULT_ARMED",
            "FAULT_INJECTED",
            "FAULT_WITNESSED",
            "CHAPTER_JUDGED",
            "RECOVERING",
            "RECOVERED",
            "CHAPTER_ENDED",
            "RUN_ENDED")
        .containsOnlyOnce("CHAPTER_JUDGED");
  }

  @ChaosDemo(subject = "toy")
  static class BrokenBeforeEach {
    @BeforeEach
    void prepare() {
      throw new IllegalStateException("nothing to prepare with");
    }

    @Chapter(order = 1, title = "Never begun")
    @Experiment("flood")
    void flood() {}
  }

  @Test
  void preparationFails_isJudgedBeforeTheFaultIsUndone() {
    DemoOutcome outcome = DemoRun.of(BrokenBeforeEach.class);
    assertThat(outcome.failure("flood")).hasMessage("nothing to prepare with");
    assertThat(outcome.happened()).containsSubsequence("CHAPTER_JUDGED", "RECOVERING");
    assertThat(outcome.verdicts().values()).containsExactly(INFRASTRUCTURE_ERROR);
  }

  @ChaosDemo(subject = "toy")
  static class NoRoom {
    @Chapter(order = 1, title = "Nothing can be written")
    void noRoom() throws IOException {
      Path run = Path.of("target/toy-runs/NoRoom/toy/latest");
      Files.createDirectories(run.resolve("chapters/01-no-room/series.json"));
    }
  }

  @Test
  void artifactsCannotBeWritten_runFailsAndTheVerdictIsKept() {
    DemoOutcome outcome = DemoRun.of(NoRoom.class);
    assertThat(outcome.failure("noRoom")).hasMessageContainingAll("series.json", "free space");
    assertThat(outcome.verdicts()).containsOnlyKeys("01-no-room");
    assertThat(outcome.happened()).contains("CHAPTER_ENDED");
  }

  /** Nobody knows whether the steady state would have come back. */
  @Test
  void recoveryThatWasCutShort_isNoFailure() {
    assertThat(Verdicts.of(new RecoveryFailedException(recovery(RecoveryOutcome.CUT_SHORT))))
        .isEqualTo(ChapterVerdict.UNKNOWN);
    assertThat(Verdicts.of(new RecoveryFailedException(recovery(RecoveryOutcome.NOT_RECOVERED))))
        .isEqualTo(ChapterVerdict.FAIL);
  }

  private static Recovery recovery(RecoveryOutcome outcome) {
    return new Recovery(outcome, false, Duration.ofSeconds(1), List.of(), "It was left.");
  }
}
