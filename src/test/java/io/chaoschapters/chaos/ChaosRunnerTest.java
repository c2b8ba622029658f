package io.chaoschapters.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.run.FaultEvent;
import io.chaoschapters.run.LoadEvent;
import io.chaoschapters.run.RecoveryEvent;
import io.chaoschapters.run.RecoveryOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChaosRunnerTest {
  @TempDir Path folder;
  private ChaosHarness chaos;

  @BeforeEach
  void open() {
    chaos = new ChaosHarness(folder);
  }

  @AfterEach
  void close() {
    chaos.close();
  }

  @Test
  void faultLastsItsTime_stepsAreInOrder() {
    ExperimentRun run = chaos.begin("flood");
    chaos.awaitEvent(LoadEvent.Ended.class);
    Recovery recovery = run.recover();

    assertThat(chaos.events())
        .containsExactly(
            RecoveryEvent.SteadyState.class,
            LoadEvent.Started.class,
            FaultEvent.Armed.class,
            FaultEvent.Injected.class,
            FaultEvent.Witnessed.class,
            FaultEvent.Ended.class,
            LoadEvent.Ended.class,
            RecoveryEvent.Begun.class,
            RecoveryEvent.Recovered.class);
    assertThat(chaos.cluster.calls())
        .startsWith("configure", "load", "plan", "undo", "inject", "witness")
        .endsWith("rollback", "load closed", "repair");
    assertThat(recovery.state()).isEqualTo(RecoveryOutcome.RECOVERED);
    assertThat(chaos.pending()).isEmpty();
  }

  @Test
  void faultIsInjected_intentAndUndoAreOnTheDiskBefore() {
    chaos.cluster.on(
        "inject",
        () -> {
          assertThat(chaos.events()).endsWith(FaultEvent.Armed.class);
          assertThat(chaos.pending())
              .singleElement()
              .satisfies(p -> assertThat(p.steps().get(0).command()).contains("toy-drain"));
        });

    ExperimentRun run = chaos.begin("flood");

    assertThat(chaos.event(FaultEvent.Armed.class))
        .isEqualTo(new FaultEvent.Armed("flood", List.of(), 0.2, List.of("drain the queue")));
    assertThat(run.isFaultActive()).isTrue();
  }

  @Test
  void faultIsUnderWay_runKnowsItsTimes() {
    ExperimentRun run = chaos.begin("long-flood");

    assertThat(run.baseline().signal("backlog").value()).isZero();
    assertThat(run.baseline().at()).isBeforeOrEqualTo(run.injectedAt());
    assertThat(Duration.between(run.injectedAt(), run.observeUntil()))
        .isGreaterThanOrEqualTo(Duration.ofHours(1));
    assertThat(run.witnessed()).contains("the queue holds 30 items");
    assertThat(run.declared()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void twoFaults_areArmedAndSeenAndUndoneAsOne() {
    ExperimentRun run = chaos.begin("flood-and-freeze");

    assertThat(run.witnessed())
        .contains("the queue holds 30 items; node-1 accepts connections but does not answer");
    assertThat(chaos.event(FaultEvent.Armed.class))
        .returns("flood and freeze", FaultEvent.Armed::fault)
        .returns(List.of("thaw node-1", "drain the queue"), FaultEvent.Armed::undo);
    assertThat(run.recover().isClean()).isTrue();
    assertThat(chaos.cluster.observe().facts().get("serving").value()).isEqualTo(2);
    assertThat(chaos.cluster.observe().facts().get("backlog").value()).isZero();
    assertThat(chaos.pending()).isEmpty();
  }

  @Test
  void secondFaultCannotBeUndone_firstIsUndoneAllTheSame() {
    chaos.cluster.on(
        "rollback",
        () -> {
          throw new IllegalStateException("the drain is stuck");
        });
    ExperimentRun run = chaos.begin("flood-and-freeze");

    assertThat(run.recover().failures()).anyMatch(f -> f.contains("the drain is stuck"));
    assertThat(chaos.cluster.observe().facts().get("serving").value()).isEqualTo(2);
    assertThat(chaos.pending()).hasSize(1);
  }

  @Test
  void control_hasLoadAndTimesButNoFault() {
    ExperimentRun run = chaos.begin("control");
    chaos.awaitEvent(LoadEvent.Ended.class);
    run.recover();

    assertThat(chaos.events())
        .containsExactly(
            RecoveryEvent.SteadyState.class,
            LoadEvent.Started.class,
            LoadEvent.Ended.class,
            RecoveryEvent.Begun.class,
            RecoveryEvent.Recovered.class);
    assertThat(Duration.between(run.injectedAt(), run.observeUntil()))
        .isBetween(Duration.ofMillis(300), Duration.ofMillis(400));
    assertThat(run.isFaultActive()).isFalse();
    assertThat(run.witnessed()).isEmpty();
  }

  @Test
  void faultEndsByItself_itsEndIsWrittenBeforeItsTimeIsOver() {
    ExperimentRun run = chaos.begin("short-flood");
    chaos.awaitEvent(FaultEvent.Ended.class);

    assertThat(run.isFaultActive()).isFalse();
    assertThat(chaos.cluster.calls()).doesNotContain("rollback");
    assertThat(chaos.event(FaultEvent.Ended.class).seconds()).isLessThan(2);
    assertThat(chaos.pending()).isEmpty();
    assertThat(run.recover().isClean()).isTrue();
    assertThat(chaos.cluster.calls()).contains("rollback");
  }

  @Test
  void recoverTwice_isDoneOnce() {
    ExperimentRun run = chaos.begin("long-flood");

    assertThat(run.recover()).isSameAs(run.recover());
    assertThat(chaos.cluster.calls()).containsOnlyOnce("rollback").containsOnlyOnce("load closed");
    assertThat(chaos.events())
        .containsOnlyOnce(RecoveryEvent.Begun.class)
        .containsOnlyOnce(RecoveryEvent.Recovered.class);
  }

  @Test
  void abort_endsFaultAndLoadAtOnce() {
    ExperimentRun run = chaos.begin("long-flood");
    chaos.runner.abort();

    assertThat(run.isAborted()).isTrue();
    assertThat(run.isFaultActive()).isFalse();
    assertThat(chaos.events())
        .endsWith(RecoveryEvent.Begun.class, FaultEvent.Ended.class, LoadEvent.Ended.class);
    assertThat(run.recover().isClean()).isTrue();
  }

  @Test
  void anotherIsUnderWay_secondIsRefused() {
    ExperimentRun first = chaos.begin("long-flood");

    assertThatThrownBy(() -> chaos.begin("control"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("'control' cannot begin");
    assertThat(first.isFaultActive()).isTrue();

    first.recover();
    assertThat(chaos.begin("control").isFaultActive()).isFalse();
  }

  @Test
  void runnerIsClosed_nothingIsLeft() {
    ExperimentRun run = chaos.begin("long-flood");
    chaos.runner.close();

    assertThat(run.isFaultActive()).isFalse();
    assertThat(chaos.cluster.calls()).contains("rollback", "load closed");
    assertThat(chaos.pending()).isEmpty();
  }
}
