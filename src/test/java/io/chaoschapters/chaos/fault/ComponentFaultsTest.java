package io.chaoschapters.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.chaos.ChaosHarness;
import io.chaoschapters.chaos.ExperimentRun;
import io.chaoschapters.run.FaultEvent;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentState;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.Parameters;
import io.chaoschapters.subject.WitnessReport;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComponentFaultsTest {
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
  void freeze_isWitnessedFromOutsideAndThawedWhenItsTimeIsOver() {
    ExperimentRun run = chaos.begin("freeze");

    assertThat(chaos.cluster.component("node-1").state()).isEqualTo(ComponentState.FROZEN);
    assertThat(run.witnessed()).contains("node-1 accepts connections but does not answer");
    assertThat(chaos.event(FaultEvent.Armed.class).undo()).containsExactly("thaw node-1");

    chaos.awaitEvent(FaultEvent.Ended.class);
    assertThat(chaos.cluster.component("node-1").state()).isEqualTo(ComponentState.RUNNING);
    assertThat(run.recover().isClean()).isTrue();
  }

  @Test
  void ledgerCannotBeWritten_timeLimitOfAFaultThatIsOverIsLifted() {
    ExperimentRun run = chaos.begin("freeze");
    assertThat(chaos.watched).hasSize(1);
    chaos.ledger.close(); // as a disk that is full: nothing more goes into it

    run.recover();

    assertThat(chaos.cluster.component("node-1").state()).isEqualTo(ComponentState.RUNNING);
    assertThat(chaos.watched).isEmpty();
  }

  @Test
  void guardWaitsForAsLongAsTheRollbackMayTakeTwice() {
    chaos.begin("long-flood");

    assertThat(chaos.watched).containsExactly(Duration.ofHours(1).plusSeconds(2 * 51));
  }

  @Test
  void guardThawsFirst_freezeIsOver() {
    ExperimentRun run = chaos.begin("freeze");
    chaos.cluster.component("node-1").thaw();

    assertThat(run.isFaultActive()).isFalse();
  }

  @Test
  void kill_endsAllTargetsAndStartsThemAgain() {
    ExperimentRun run = chaos.begin("kill");

    assertThat(chaos.cluster.components())
        .extracting(Component::state)
        .containsOnly(ComponentState.STOPPED);
    assertThat(run.witnessed()).contains("node-1 refuses connections, node-2 refuses connections");

    assertThat(run.recover().isClean()).isTrue();
    assertThat(chaos.cluster.components())
        .extracting(Component::state)
        .containsOnly(ComponentState.RUNNING);
  }

  @Test
  void oneTargetStillServes_killIsNotWitnessed() {
    Fault kill = new KillFaultType().plan(planForAll());
    chaos.cluster.component("node-1").kill();

    assertThat(kill.witness())
        .isEqualTo(new WitnessReport(false, "node-1 refuses connections, node-2 answers"));
  }

  @Test
  void latency_isWitnessedAndEndsWhenItsTimeIsOver() {
    ExperimentRun run = chaos.begin("late");

    assertThat(run.witnessed()).contains("node-1 is late by 50 ms");
    assertThat(chaos.event(FaultEvent.Armed.class).undo()).containsExactly("hurry node-1");
    chaos.awaitEvent(FaultEvent.Ended.class);
    assertThat(run.recover().isClean()).isTrue();
    assertThat(run.isFaultActive()).isFalse();
  }

  @Test
  void throttleOfWhatHasEnded_isOver_andNothingStaysFrozen() {
    ThrottleFaultType type = new ThrottleFaultType();
    FaultPlan<Cluster> all = planForAll();
    Fault throttle =
        type.plan(
            new FaultPlan<>(
                all.cluster(),
                all.targets(),
                Duration.ofMinutes(1),
                Parameters.parse(type.parameters(), Map.of("pause", "1m", "run", "0ms"))));
    assertThat(throttle.isOver()).isTrue();
    assertThat(throttle.undo()).hasSize(2);

    throttle.inject();
    Wait.atMost("a first pause", Duration.ofSeconds(10))
        .until(
            () ->
                new Progress(
                    all.targets().stream().allMatch(t -> t.state() == ComponentState.FROZEN), ""));
    assertThat(throttle.isOver()).isFalse();
    assertThat(throttle.witness().seen()).as("one is frozen, and does not answer late").isFalse();
    throttle.rollback();

    assertThat(throttle.isOver()).isTrue();
    assertThat(all.targets()).extracting(Component::state).containsOnly(ComponentState.RUNNING);
  }

  /** By the runtime's own limit: nothing is paused. */
  @Test
  void throttleToAShareOfAProcessor_isWitnessedByTheSecondLateAnswer() {
    ThrottleFaultType type = new ThrottleFaultType();
    FaultPlan<Cluster> all =
        planForAll(Parameters.parse(type.parameters(), Map.of("cpu-percent", "2")));
    assertThat(type.obstacle(all)).isEmpty();
    Fault throttle = type.plan(all);
    assertThat(throttle.undo())
        .extracting(UndoStep::description)
        .containsExactly("unlimit node-1", "unlimit node-2");
    assertThat(throttle.witness().seen()).as("answers are on time").isFalse();

    throttle.inject();
    assertThat(throttle.isOver()).isFalse();
    assertThat(all.targets()).extracting(Component::state).containsOnly(ComponentState.RUNNING);
    assertThat(throttle.witness().seen()).as("one late answer is a busy machine").isFalse();
    assertThat(throttle.witness().seen()).isTrue();

    throttle.rollback();
    assertThat(throttle.isOver()).isTrue();
  }

  @Test
  void runtimeCannot_experimentSaysWhy() {
    assertThat(chaos.experiment("split").obstacle(chaos.cluster))
        .contains("fault 'partition': its runtime cannot cut a component off from the other ones");
    assertThat(chaos.experiment("late").obstacle(chaos.cluster)).isEmpty();
    assertThat(chaos.experiment("kill").obstacle(chaos.cluster)).isEmpty();
  }

  @Test
  void subjectDoesNotLook_delayIsNotWitnessed() {
    FaultPlan<Cluster> plan = planForAll();
    Cluster blind =
        new Cluster() {
          @Override
          public List<Component> components() {
            return plan.targets();
          }

          @Override
          public io.chaoschapters.subject.ClusterSnapshot observe() {
            return plan.cluster().observe();
          }
        };

    assertThat(blind.witnessDelay(plan.targets().get(0), Duration.ofMillis(1)).seen()).isFalse();
    assertThat(blind.witnessCutOff(plan.targets().get(0)).seen()).isFalse();
  }

  @Test
  void oneTargetCannotBeUndone_theOthersAre() {
    chaos.cluster.component("node-2").kill();

    assertThatThrownBy(
            () ->
                EachTarget.of(
                    planForAll(),
                    target -> {
                      if (target.id().equals("node-1")) {
                        throw new IllegalStateException("node-1 is stuck");
                      }
                      target.restart();
                    }))
        .hasMessage("node-1 is stuck.");
    assertThat(chaos.cluster.component("node-2").state()).isEqualTo(ComponentState.RUNNING);
  }

  private FaultPlan<Cluster> planForAll() {
    return planForAll(Parameters.parse(List.of(), Map.of()));
  }

  private FaultPlan<Cluster> planForAll(Parameters parameters) {
    return new FaultPlan<>(
        chaos.cluster, chaos.cluster.components(), Duration.ofSeconds(1), parameters);
  }
}
