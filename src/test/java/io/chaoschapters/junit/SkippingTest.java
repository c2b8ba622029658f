package io.chaoschapters.junit;

import static io.chaoschapters.ChaosAssertions.assertThat;
import static io.chaoschapters.run.ChapterVerdict.FAIL;
import static io.chaoschapters.run.ChapterVerdict.PASS;
import static io.chaoschapters.run.ChapterVerdict.SKIPPED;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.run.RecoveryOutcome;
import io.chaoschapters.toy.ToyCluster;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** When the rest of a show is skipped, and when it goes on. */
class SkippingTest {

  @ChaosDemo(subject = "toy")
  static class FailedSetUp {
    @Chapter(order = 1, title = "Start the queue", setup = true)
    void start() {
      assertThat(1).isEqualTo(2);
    }

    @Chapter(order = 2, title = "Look at it")
    void look() {}

    @Chapter(order = 3, title = "Look again")
    void again() {}
  }

  @Test
  void setUpFails_restIsSkippedWithTheReason() {
    DemoOutcome outcome = DemoRun.of(FailedSetUp.class);
    String reason = "set-up chapter 'Start the queue' did not pass";
    assertThat(outcome.started()).containsExactly("start");
    assertThat(outcome.skipped())
        .containsEntry("look", "Skipped: " + reason)
        .containsEntry("again", "Skipped: " + reason);
    assertThat(outcome.verdicts().values()).containsExactly(FAIL, SKIPPED, SKIPPED);
    assertThat(outcome.chapter("02-look").reason()).isEqualTo(reason);
    assertThat(outcome.printed()).contains(reason);
  }

  @Test
  void chaptersSkipped_runEndsOutsideOfThem() {
    DemoOutcome outcome = DemoRun.of(FailedSetUp.class);
    assertThat(outcome.events("RUN_ENDED"))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.path("chapter").isNull()).as("%s", event).isTrue();
              assertThat(event.at("/data/verdict").asText()).isEqualTo("NOT_PASSED");
            });
  }

  @ChaosDemo(subject = "toy")
  static class FailedObservation {
    @Chapter(order = 1, title = "It goes wrong")
    @Experiment("flood")
    void wrong() {
      assertThat(1).isEqualTo(2);
    }

    @Chapter(order = 2, title = "The show goes on")
    void next() {}
  }

  @Test
  void observationFails_showGoesOn() {
    DemoOutcome outcome = DemoRun.of(FailedObservation.class);
    assertThat(outcome.started()).containsExactly("wrong", "next");
    assertThat(outcome.verdicts().values()).containsExactly(FAIL, PASS);
    assertThat(outcome.chapter("01-wrong").recovery()).isEqualTo(RecoveryOutcome.RECOVERED);
  }

  @ChaosDemo(subject = "toy")
  static class NotPossibleHere {
    @Chapter(order = 1, title = "A node is cut off")
    @Experiment("split")
    void split() {}

    @Chapter(order = 2, title = "The show goes on")
    void next() {}

    @Chapter(order = 3, title = "A laboratory without the tools")
    void laboratory(Laboratory laboratory) {
      laboratory.perform("split", monitor -> 1);
    }
  }

  @Test
  void runtimeCannotDoIt_chapterIsSkippedWithTheReasonAndTheRunPasses() {
    DemoOutcome outcome = DemoRun.of(NotPossibleHere.class);
    String reason =
        "not possible on runtime local (fault 'partition': its runtime cannot cut a component off from the other ones)";
    assertThat(outcome.started()).containsExactly("next", "laboratory");
    assertThat(outcome.skipped()).containsEntry("split", "Skipped: " + reason);
    assertThat(outcome.verdicts().values()).containsExactly(SKIPPED, PASS, SKIPPED);
    assertThat(outcome.chapter("01-split").reason()).isEqualTo(reason);
    assertThat(outcome.chapter("03-laboratory").reason()).contains("is not possible on runtime");
    assertThat(outcome.printed()).contains(reason);
    assertThat(outcome.events("RUN_ENDED").get(0).at("/data/verdict").asText()).isEqualTo("PASS");
  }

  /** Disables what is called so, as a project's own conditions do. */
  static final class NotOnMonday implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return context.getTestMethod().filter(method -> method.getName().equals("monday")).isPresent()
          ? ConditionEvaluationResult.disabled("not on Monday")
          : ConditionEvaluationResult.enabled("any other day");
    }
  }

  @ChaosDemo(subject = "toy")
  @ExtendWith(NotOnMonday.class)
  static class DisabledSetUp {
    @Disabled("the queue is there already")
    @Chapter(order = 1, title = "Start the queue", setup = true)
    void start(ToyCluster cluster) {
      cluster.call("start");
    }

    @EnabledOnOs(OS.SOLARIS)
    @Chapter(order = 2, title = "Start it on Solaris", setup = true)
    void solaris(ToyCluster cluster) {
      cluster.call("solaris");
    }

    @Chapter(order = 3, title = "Start it on Monday", setup = true)
    void monday(ToyCluster cluster) {
      cluster.call("monday");
    }

    @EnabledIf("always")
    @Chapter(order = 4, title = "Start it always", setup = true)
    void always(ToyCluster cluster) {
      cluster.call("always");
    }

    static boolean always() {
      return true;
    }

    @Chapter(order = 5, title = "Look at it")
    void look(ToyCluster cluster) {
      assertThat(cluster.calls()).containsExactly("always");
    }

    @Disabled
    @Chapter(order = 6, title = "Some other time")
    @Experiment("flood")
    void later() {}
  }

  private static void assertSkipped(DemoOutcome outcome, String chapter, String... reason) {
    assertThat(outcome.chapter(chapter).verdict()).isEqualTo(SKIPPED);
    assertThat(outcome.chapter(chapter).reason()).contains(reason);
    assertThat(outcome.printed()).contains(outcome.chapter(chapter).reason());
  }

  @Test
  void disabledChapters_areListedAsSkippedWithTheReasonAndTheRunPasses() {
    DemoOutcome outcome = DemoRun.of(DisabledSetUp.class);

    assertThat(outcome.started()).containsExactly("always", "look");
    assertThat(outcome.verdicts().values())
        .containsExactly(SKIPPED, SKIPPED, SKIPPED, PASS, PASS, SKIPPED);
    assertSkipped(outcome, "01-start", "the queue is there already");
    assertSkipped(outcome, "02-solaris", "Disabled on operating system");
    assertSkipped(outcome, "03-monday", "not on Monday");
    assertSkipped(outcome, "06-later", "@Disabled");
    assertThat(outcome.events("CHAPTER_SKIPPED")).hasSize(4);
    assertThat(outcome.events("RUN_ENDED").get(0).at("/data/verdict").asText()).isEqualTo("PASS");
  }

  @Test
  void disabledSetUpChapters_areNotReplayedForASingleChapter() {
    DemoOutcome outcome =
        DemoRun.named("single-after-disabled")
            .run(selectMethod(DisabledSetUp.class, "look", ToyCluster.class.getName()));

    assertThat(outcome.started()).containsExactly("look");
    assertThat(outcome.verdicts().values()).containsExactly(SKIPPED, SKIPPED, SKIPPED, PASS);
    assertSkipped(outcome, "01-start", "the queue is there already");
    assertSkipped(outcome, "02-solaris", "Disabled on operating system");
    assertSkipped(outcome, "03-monday", "not on Monday");
    assertThat(outcome.notes()).containsExactly("replaying set-up chapter 'Start it always'");
  }

  @ChaosDemo(subject = "toy")
  static class LeftDirty {
    @Chapter(order = 1, title = "It does not heal")
    @Experiment("short-flood")
    void dirty(ToyCluster cluster) {
      cluster.lastingBacklog(50);
    }

    @Chapter(order = 2, title = "After it")
    void next() {}
  }

  @Test
  void clusterDoesNotRecover_chapterFailsAndRestIsSkipped() {
    DemoOutcome outcome = DemoRun.of(LeftDirty.class);
    assertThat(outcome.failure("dirty"))
        .isInstanceOf(RecoveryFailedException.class)
        .hasMessageContaining("The cluster did not recover.");
    assertThat(outcome.verdicts().values()).containsExactly(FAIL, SKIPPED);
    assertThat(outcome.skipped().get("next")).startsWith("Skipped: the cluster was left dirty: ");
    assertThat(outcome.chapter("01-dirty").recovery()).isEqualTo(RecoveryOutcome.NOT_RECOVERED);
  }

  @ChaosDemo(subject = "toy")
  static class DirtyInTheLaboratory {
    @Chapter(order = 1, title = "It does not even begin")
    void dirty(ToyCluster cluster, Laboratory laboratory) {
      cluster.lastingBacklog(50);
      laboratory.perform("long-flood", monitor -> 1);
    }

    @Chapter(order = 2, title = "After it")
    void next() {}
  }

  @Test
  void laboratoryCannotBeginAndClusterStaysDirty_restIsSkipped() {
    DemoOutcome outcome = DemoRun.of(DirtyInTheLaboratory.class);
    assertThat(outcome.failure("dirty")).hasMessageContaining("is not steady");
    assertThat(outcome.skipped().get("next")).startsWith("Skipped: the cluster was left dirty: ");
  }
}
