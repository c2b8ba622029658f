package io.chaoschapters.trials;

import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.report.trials.TrialOutcome;
import io.chaoschapters.report.trials.TrialResult;
import io.chaoschapters.report.trials.TrialTable;
import io.chaoschapters.report.trials.TrialTableFile;
import io.chaoschapters.run.RunSummary;
import io.chaoschapters.session.ExperimentSession;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.DaemonThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Makes trials on clusters side by side, each with a runtime, a monitor, a journal, a folder and a
 * guard of its own. The first works on the thread of the caller.
 */
final class TrialLanes {
  private final int lanes;
  private final IntFunction<ExperimentSession> sessions;
  private final Supplier<List<Diagnoser>> baselines;
  private final TrialSeries series;
  private final TrialProgress progress;
  private final TrialSession.Watcher watcher;
  private final TrialQueue queue;
  private final Object tables = new Object();
  private final Object starts = new Object();
  private TrialTable table;

  /**
   * Makes trials.
   *
   * @param lanes how many clusters, at least 1
   * @param sessions opens one for so many trials
   * @param baselines each is used by one cluster
   */
  TrialLanes(
      int lanes,
      IntFunction<ExperimentSession> sessions,
      Supplier<List<Diagnoser>> baselines,
      TrialSeries series,
      TrialProgress progress,
      TrialSession.Watcher watcher,
      TrialPlan plan,
      BaselineTrials compared) {
    this.lanes = lanes;
    this.sessions = sessions;
    this.baselines = baselines;
    this.series = series;
    this.progress = progress;
    this.watcher = watcher;
    this.table = TrialTable.of(series.header(), "none yet", "", series.earlier());
    this.queue =
        new TrialQueue(
            plan,
            series.earlier(),
            compared.mayStop(),
            results -> compared.isDecided(TrialTable.of(series.header(), "none yet", "", results)));
  }

  /** Returns when no trial is left, or none is needed. */
  TrialTable make() {
    List<Thread> others = new ArrayList<>();
    for (int lane = 1; lane < Math.min(lanes, queue.left()); lane++) {
      others.add(DaemonThreads.thread("chapters-trials-" + (lane + 1), this::work));
    }
    others.forEach(Thread::start);
    work();
    awaitAll(others);
    queue.failure().ifPresent(TrialLanes::rethrow);
    return table;
  }

  private void awaitAll(List<Thread> others) {
    boolean interrupted = Thread.interrupted();
    for (Thread other : others) {
      while (other.isAlive()) {
        try {
          other.join();
        } catch (InterruptedException e) {
          interrupted = true;
          queue.failed(e);
          others.forEach(Thread::interrupt);
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void rethrow(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    throw failure instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException("The trials were interrupted.", failure);
  }

  /** Clusters one after the other: a dirty cluster is replaced. */
  private void work() {
    try {
      boolean dirty = false;
      while (queue.left() > 0) {
        dirty = onOneCluster(dirty);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      queue.failed(e);
    } catch (RuntimeException | Error e) {
      // Told by the thread that waits for all of them.
      queue.failed(e);
    }
  }

  private boolean onOneCluster(boolean dirtyBefore) throws InterruptedException {
    try (ExperimentSession session = open()) {
      TrialRunner runner = new TrialRunner(session, baselines.get(), series.folder());
      session.awaitDiagnosers();
      RunSummary run = session.summary();
      boolean clean = true;
      boolean first = true;
      Optional<Trial> trial = queue.next();
      while (trial.isPresent()) {
        TrialResult result = make(trial.get(), runner);
        keep(trial.get(), result, run);
        clean = result.outcome() != TrialOutcome.DIRTY_CLUSTER;
        if (!clean) {
          requireNotDirtyTwice(dirtyBefore && first, result);
          break;
        }
        first = false;
        trial = queue.next();
      }
      synchronized (tables) {
        TrialTableFile.write(session.folder(), table);
      }
      return !clean;
    }
  }

  /**
   * One after the other. A program that a cluster has just unpacked cannot be run ("text file
   * busy") while a process that another cluster forked at that moment holds it open; and together
   * they would have no processor left for their time limits.
   */
  private ExperimentSession open() {
    synchronized (starts) {
      return sessions.apply(queue.left());
    }
  }

  private void keep(Trial trial, TrialResult result, RunSummary run) {
    synchronized (tables) {
      queue.made(result);
      progress.made(trial, result);
      table =
          TrialTable.of(
              series.header(),
              RootLocale.format("%s (%s)", run.runtime(), run.runtimeReason()),
              run.standIn(),
              queue.results());
      TrialTableFile.write(series.folder(), table);
    }
  }

  /** A fresh cluster that is dirty after its first trial will not be better the next time. */
  private static void requireNotDirtyTwice(boolean again, TrialResult result) {
    if (again) {
      throw new IllegalStateException(
          RootLocale.format(
              "The trials end here, because a fresh cluster was left dirty again: %s The same command goes on with the trials that are left.",
              result.reason()));
    }
  }

  /** A trial without a diagnoser to ask is not kept, so that it is made when one is available. */
  private TrialResult make(Trial trial, TrialRunner runner) {
    TrialSession.Watcher.Ended ended = watcher.begins(trial);
    TrialResult result = runner.run(trial);
    runner
        .absence()
        .ifPresent(
            absent -> {
              ended.with(result);
              throw absent;
            });
    if (Exit.isUnderWay()) {
      throw new IllegalStateException("The program ends; what was seen meanwhile does not count.");
    }
    series.log().append(result);
    ended.with(result);
    return result;
  }
}
