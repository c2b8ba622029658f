package io.chaoschapters.junit;

import io.chaoschapters.chaos.ExperimentRun;
import io.chaoschapters.chaos.Recovery;
import io.chaoschapters.chaos.experiment.Experiment;
import io.chaoschapters.chaos.experiment.ExperimentFile;
import io.chaoschapters.monitor.DaemonMonitor;
import io.chaoschapters.monitor.Monitor;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.opentest4j.TestAbortedException;

/** Performs experiments inside a chapter, one after the other, for chapters that compare them. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Laboratory {
  private final RunSession show;
  private Duration declared = Duration.ZERO;

  Laboratory(RunSession show) {
    this.show = show;
  }

  /**
   * Runs an experiment to the end of its settle time, takes a measurement and undoes it.
   *
   * @param experiment its name in the experiment file
   * @param measure is given the monitor of this experiment
   * @throws TestAbortedException when the runtime cannot do what the experiment needs
   * @throws RecoveryFailedException when the experiment could not be undone in time
   */
  public <T> T perform(String experiment, Function<Monitor, T> measure) {
    Experiment found = ExperimentFile.load(show.environment().subject()).find(experiment);
    show.obstacle(found)
        .ifPresent(
            obstacle -> {
              throw new TestAbortedException(
                  RootLocale.format("Experiment '%s' is %s", experiment, obstacle));
            });
    declared = declared.plus(found.declared());
    try {
      T measured = measure(show.begin(found), measure);
      show.conductor().recovering(show::recoverLatest).ifPresent(this::requireClean);
      return measured;
    } catch (Throwable failure) {
      recoverAfter(failure);
      throw failure;
    }
  }

  private <T> T measure(ExperimentRun run, Function<Monitor, T> measure) {
    Monitor monitor =
        new DaemonMonitor(
            show.environment().monitor(),
            show.journal(),
            run.injectedAt(),
            run.observeUntil(),
            run::requireNotHalted);
    monitor.awaitEnd();
    return measure.apply(monitor);
  }

  /** The first failure is thrown; a failed recovery is added to it. */
  private void recoverAfter(Throwable failure) {
    try {
      show.conductor().recovering(show::recoverLatest).ifPresent(this::requireClean);
    } catch (RecoveryFailedException e) {
      if (!(failure instanceof RecoveryFailedException)) {
        failure.addSuppressed(e);
      }
    }
  }

  private void requireClean(Recovery recovery) {
    if (!recovery.isClean()) {
      var dirty = new RecoveryFailedException(recovery);
      show.block(dirty.leaves());
      throw dirty;
    }
  }

  Duration declared() {
    return declared;
  }
}
