package io.chaoschapters.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.run.Observed;
import io.chaoschapters.run.RecoveryEvent;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.toy.ToyCluster;
import io.chaoschapters.toy.ToySubject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An invariant may have to hold for a while before an experiment begins, and after it. */
class SteadyForTest {
  @TempDir private Path folder;

  private static final class Patient extends ToySubject {
    @Override
    public List<Invariant> invariants() {
      return super.invariants().stream()
          .map(invariant -> invariant.steadyFor(Duration.ofMillis(500)))
          .toList();
    }
  }

  @Test
  void steadyState_isThereOnlyAfterThatTime() {
    try (ChaosHarness chaos = new ChaosHarness(folder, new Patient(), new ToyCluster())) {
      Recovery recovery = chaos.begin("control").recover();

      assertThat(chaos.event(RecoveryEvent.SteadyState.class).seconds())
          .isGreaterThanOrEqualTo(0.5);
      assertThat(recovery.isClean()).isTrue();
      assertThat(recovery.took()).isGreaterThanOrEqualTo(Duration.ofMillis(500));
    }
  }

  @Test
  void withoutATime_oneLookIsEnough() {
    try (ChaosHarness chaos = new ChaosHarness(folder)) {
      chaos.begin("control");

      assertThat(chaos.all(Observed.class)).as("one before the load, one under it").hasSize(2);
    }
  }
}
