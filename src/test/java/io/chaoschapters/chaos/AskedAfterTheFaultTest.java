package io.chaoschapters.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.chaos.experiment.Experiment;
import io.chaoschapters.diagnosis.evidence.EvidenceCollector;
import io.chaoschapters.session.EvidenceTiming;
import io.chaoschapters.subject.Observation;
import io.chaoschapters.toy.ToySubject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A question that comes when the fault is over is late, unless nothing was to be seen of it. */
class AskedAfterTheFaultTest {
  @TempDir private Path folder;

  @Test
  void controlInWhichAFaultIsInjected_isNotAskedTooLate() {
    try (ChaosHarness chaos = new ChaosHarness(folder)) {
      Experiment flood = chaos.experiment("flood");

      assertThat(isLate(chaos, flood)).isTrue();
      assertThat(isLate(chaos, expectingNothing(flood, chaos.experiment("control")))).isFalse();
    }
  }

  private static boolean isLate(ChaosHarness chaos, Experiment experiment) {
    ExperimentRun run = chaos.runner.begin(experiment, chaos.context);
    run.recover();
    Observation seen = chaos.monitor.observeNow();
    assertThat(run.faultEndedAt().orElseThrow()).isBefore(seen.at());
    return EvidenceTiming.of(
            new EvidenceCollector(new ToySubject().glossary(), List.of(), seen, List.of())
                .collect(List.of(seen), List.of(), List.of(), 1),
            Optional.empty(),
            run)
        .afterFault();
  }

  private static Experiment expectingNothing(Experiment fault, Experiment control) {
    return new Experiment(
        fault.name(),
        fault.where(),
        fault.description(),
        fault.given(),
        fault.steadyState(),
        fault.load(),
        fault.leadIn(),
        fault.methods(),
        fault.duration(),
        fault.settle(),
        fault.witnessWithin(),
        control.expected(),
        fault.ask(),
        fault.rollbackWithin(),
        fault.rollback(),
        fault.recoveryWithin(),
        fault.halt());
  }
}
