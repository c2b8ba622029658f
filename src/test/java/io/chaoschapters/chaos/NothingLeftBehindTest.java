package io.chaoschapters.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.chaoschapters.chaos.experiment.InvalidExperimentException;
import io.chaoschapters.run.FaultEvent;
import io.chaoschapters.run.LoadEvent;
import io.chaoschapters.run.RecoveryEvent;
import io.chaoschapters.run.RecoveryOutcome;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.toy.ToyCluster;
import io.chaoschapters.toy.ToySubject;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NothingLeftBehindTest {
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

  private static Runnable failing(String message) {
    return () -> {
      throw new IllegalArgumentException(message);
    };
  }

  private void assertNothingIsLeft() {
    assertThat(chaos.runner.latest().map(ExperimentRun::isFaultActive)).contains(false);
    assertThat(chaos.cluster.observe().facts().get("backlog").value()).isZero();
    assertThat(chaos.pending()).isEmpty();
    assertThat(chaos.watched).isEmpty();
    assertThat(chaos.cluster.calls().contains("load"))
        .isEqualTo(chaos.cluster.calls().contains("load closed"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"configure", "load", "undo"})
  void stepBeforeTheFaultThrows_faultIsNeverInjected(String step) {
    chaos.cluster.on(step, failing("broken " + step));

    assertThatThrownBy(() -> chaos.begin("long-flood")).hasMessage("broken " + step);

    assertThat(chaos.cluster.calls()).doesNotContain("inject");
    assertThat(chaos.events()).doesNotContain(FaultEvent.Armed.class, RecoveryEvent.Begun.class);
    assertThat(chaos.events().contains(LoadEvent.Started.class))
        .isEqualTo(chaos.events().contains(LoadEvent.Ended.class));
    assertThat(chaos.pending()).isEmpty();
  }

  @Test
  void injectionThrows_whatIsHalfThereIsRolledBack() {
    AtomicReference<String> toldBeforeRollback = new AtomicReference<>();
    chaos.cluster.on("inject", failing("broken pipe"));
    chaos.cluster.on(
        "rollback", () -> toldBeforeRollback.set(chaos.event(RunEvent.Note.class).text()));

    assertThatThrownBy(() -> chaos.begin("long-flood")).hasMessage("broken pipe");

    assertThat(chaos.cluster.calls()).contains("rollback", "load closed");
    assertThat(toldBeforeRollback.get())
        .isEqualTo("'flood' could not be injected and is rolled back: broken pipe.");
    assertNothingIsLeft();
  }

  @Test
  void witnessSeesNothing_injectionIsInvalidAndRolledBackAtOnce() {
    chaos.cluster.on("witness", () -> chaos.cluster.backlog(1));

    assertThatThrownBy(() -> chaos.begin("long-flood"))
        .isInstanceOf(InvalidInjectionException.class)
        .hasMessage(
            "Invalid injection: no witness saw 'flood' within 0.3 s of experiment 'long-flood';"
                + " last: the queue holds 1 items");

    assertThat(chaos.events())
        .endsWith(
            FaultEvent.NotWitnessed.class,
            RecoveryEvent.Begun.class,
            FaultEvent.Ended.class,
            LoadEvent.Ended.class);
    assertNothingIsLeft();
    assertThat(chaos.runner.recover()).map(Recovery::isClean).contains(true);
    assertThat(chaos.events())
        .containsOnlyOnce(RecoveryEvent.Begun.class)
        .endsWith(RecoveryEvent.Recovered.class);
  }

  @Test
  void witnessThrows_itSawNothing() {
    chaos.cluster.on("witness", failing("no route"));

    assertThatThrownBy(() -> chaos.begin("long-flood"))
        .isInstanceOf(InvalidInjectionException.class)
        .hasMessageEndingWith("last: the witness itself failed: no route.");

    assertNothingIsLeft();
  }

  @Test
  void outOfBoundsBefore_clusterIsDirty() {
    chaos.cluster.backlog(30);

    assertThatThrownBy(() -> chaos.begin("long-flood"))
        .isInstanceOf(DirtyClusterException.class)
        .hasMessageContaining("'long-flood' was not begun")
        .hasMessageContaining("'backlog-small' is out of bounds (30 items, bound at most 10)");

    assertThat(chaos.cluster.calls()).doesNotContain("load", "inject");
  }

  @Test
  void clusterKnowsWhatMayHelp_itIsSaidWithTheSteadyStateThatIsMissing(@TempDir Path other) {
    ToyCluster knowing =
        new ToyCluster() {
          @Override
          public List<String> hints() {
            return List.of("Raise its key.");
          }
        };
    knowing.backlog(30);
    try (ChaosHarness harness = new ChaosHarness(other, new ToySubject(), knowing)) {
      assertThatThrownBy(() -> harness.begin("long-flood"))
          .isInstanceOf(DirtyClusterException.class)
          .hasMessageEndingWith("bound at most 10). Raise its key.");
    }
  }

  @Test
  void unknownBefore_clusterIsDirty() {
    chaos.cluster.backlog(Double.NaN);

    assertThatThrownBy(() -> chaos.begin("long-flood"))
        .isInstanceOf(DirtyClusterException.class)
        .hasMessageContaining("'backlog-small' is unknown (the queue did not answer)");
  }

  @Test
  void targetIsNotThere_nothingIsTouched() {
    assertThatThrownBy(() -> chaos.begin("lost-target"))
        .isInstanceOf(InvalidExperimentException.class)
        .hasMessageStartingWith("chaos/toy.yaml:")
        .hasMessageEndingWith(
            "experiment 'lost-target' has a target that is not there."
                + " No component 'node-3' (known: node-1, node-2).");

    assertThat(chaos.cluster.calls()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"load", "inject", "witness"})
  void callerIsInterrupted_faultAndLoadAreUndone(String step) throws InterruptedException {
    AtomicReference<Thread> calling = new AtomicReference<>();
    chaos.cluster.on("witness", () -> chaos.cluster.backlog(1));
    chaos.cluster.on(
        step,
        () -> {
          chaos.cluster.backlog(1);
          calling.get().interrupt();
        });
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicReference<Boolean> flag = new AtomicReference<>(false);
    Thread caller =
        new Thread(
            () -> {
              calling.set(Thread.currentThread());
              thrown.set(catchThrowable(() -> chaos.begin("long-flood")));
              flag.set(Thread.currentThread().isInterrupted());
            });
    caller.start();
    caller.join(10_000);

    assertThat(thrown.get())
        .isInstanceOf(ExperimentAbortedException.class)
        .hasMessageContaining("interrupted");
    assertThat(flag.get()).isTrue();
    chaos.cluster.backlog(0);
    assertNothingIsLeft();
  }

  @Test
  void abortedWhileTheWitnessLooks_beginGivesUp() {
    chaos.cluster.on(
        "witness",
        () -> {
          chaos.cluster.backlog(1);
          chaos.runner.abort();
        });

    assertThatThrownBy(() -> chaos.begin("long-flood"))
        .isInstanceOf(ExperimentAbortedException.class)
        .hasMessageContaining("aborted");

    assertNothingIsLeft();
  }

  @Test
  void abortedInTheMiddleOfTheInjection_faultIsRolledBackAfterIt() {
    chaos.cluster.on("inject", () -> chaos.runner.abort());

    assertThatThrownBy(() -> chaos.begin("long-flood"))
        .isInstanceOf(ExperimentAbortedException.class);

    assertThat(chaos.cluster.calls().stream().filter("rollback"::equals)).hasSize(2);
    assertNothingIsLeft();
  }

  @Test
  void rollbackFails_isReportedApartFromTheSteadyState() {
    ExperimentRun run = chaos.begin("long-flood");
    chaos.cluster.on("rollback", failing("the valve is stuck"));
    chaos.cluster.backlog(0);
    Recovery recovery = run.recover();

    assertThat(recovery.state()).isEqualTo(RecoveryOutcome.ROLLBACK_FAILED);
    assertThat(recovery.steady()).isTrue();
    assertThat(recovery.failures())
        .containsExactly("Rollback of 'flood' failed: the valve is stuck.");
    assertThat(recovery.sentence())
        .startsWith("Rollback of 'flood' failed: the valve is stuck. The steady state was back");
    assertThat(chaos.cluster.calls()).contains("load closed");
    assertThat(chaos.events()).endsWith(RecoveryEvent.Failed.class);
    assertThat(chaos.pending()).hasSize(1);
  }

  @Test
  void rollbackFailsOnce_laterAttemptCounts() {
    ExperimentRun run = chaos.begin("long-flood");
    chaos.cluster.on("rollback", failing("the valve is stuck"));
    run.abort();
    assertThat(run.isFaultActive()).isTrue();
    chaos.cluster.calm("rollback");

    assertThat(run.recover().state()).isEqualTo(RecoveryOutcome.RECOVERED);
    assertNothingIsLeft();
  }

  @Test
  void steadyStateIsLate_isNotRecovered() {
    ExperimentRun run = chaos.begin("long-flood");
    chaos.cluster.lastingBacklog(20);
    Recovery recovery = run.recover();

    assertThat(recovery.state()).isEqualTo(RecoveryOutcome.NOT_RECOVERED);
    assertThat(recovery.steady()).isFalse();
    assertThat(recovery.failures()).isEmpty();
    assertThat(recovery.sentence())
        .startsWith("The cluster did not recover. steady state: not reached in 0.4 s")
        .contains("'backlog-small' is out of bounds (20 items");
    assertThat(chaos.events()).endsWith(RecoveryEvent.Failed.class);
  }

  @Test
  void damageLasts_repairBringsTheSteadyStateBack() {
    ExperimentRun run = chaos.begin("flood");
    chaos.cluster.lastingBacklog(20);

    assertThat(run.recover().state()).isEqualTo(RecoveryOutcome.RECOVERED);
  }

  @Test
  void repairFails_isAFailedRollback() {
    ExperimentRun run = chaos.begin("flood");
    chaos.cluster.on("repair", failing("no spare parts"));
    Recovery recovery = run.recover();

    assertThat(recovery.state()).isEqualTo(RecoveryOutcome.ROLLBACK_FAILED);
    assertThat(recovery.failures()).containsExactly("Repair failed: no spare parts.");
  }

  @Test
  void interruptedWhileRecovering_faultIsRolledBackAllTheSame() {
    ExperimentRun run = chaos.begin("long-flood");
    chaos.cluster.lastingBacklog(20);
    Thread.currentThread().interrupt();
    Recovery recovery = run.recover();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(recovery.state()).isEqualTo(RecoveryOutcome.CUT_SHORT);
    assertThat(recovery.sentence())
        .startsWith("The fault was undone; nobody waited until the steady state was back.")
        .contains("Cut short while waiting for steady state");
    chaos.cluster.lastingBacklog(0);
    assertNothingIsLeft();
  }

  @Test
  void interruptedInTheMiddleOfTheRollback_itIsFinished() {
    ExperimentRun run = chaos.begin("long-flood");
    Thread caller = Thread.currentThread();
    chaos.cluster.on("rollback", caller::interrupt);

    Recovery recovery = run.recover();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(recovery.failures()).isEmpty();
    assertNothingIsLeft();
  }

  @Test
  void ledgerCannotBeWritten_faultIsNotInjected() {
    chaos.ledger.close();

    assertThatThrownBy(() -> chaos.begin("long-flood"))
        .hasMessageContaining("Cannot write to the undo ledger");

    assertThat(chaos.cluster.calls()).contains("load closed").doesNotContain("inject");
  }
}
