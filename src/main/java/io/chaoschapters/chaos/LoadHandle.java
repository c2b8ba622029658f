package io.chaoschapters.chaos;

import io.chaoschapters.chaos.experiment.Experiment;
import io.chaoschapters.run.LoadEvent;
import io.chaoschapters.run.file.Journal;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.RunningLoad;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The client traffic of one run: started once, stopped once. */
final class LoadHandle {
  private static final Duration STOP_WITHIN = Duration.ofSeconds(15);

  private final Experiment.Load load;
  private final Journal journal;
  private final TimedCall bounded;
  private @Nullable RunningLoad running;
  private boolean stopRequested;

  LoadHandle(Experiment.Load load, Journal journal, TimedCall bounded) {
    this.load = load;
    this.journal = journal;
    this.bounded = bounded;
  }

  void start(Cluster cluster) {
    RunningLoad started = load.start(cluster);
    synchronized (this) {
      running = started;
      if (!stopRequested) {
        journal.append(new LoadEvent.Started(load.type().name()));
        return;
      }
    }
    stop();
  }

  /** Stops it; what went wrong, in one sentence. A stop that failed is tried again next time. */
  synchronized Optional<String> stop() {
    stopRequested = true;
    RunningLoad stopped = running;
    if (stopped == null) {
      return Optional.empty();
    }
    Optional<String> failure =
        bounded.run("Stopping load '" + load.type().name() + "'", STOP_WITHIN, stopped::close);
    if (failure.isEmpty()) {
      running = null;
      journal.append(new LoadEvent.Ended(load.type().name(), stopped.outcomes()));
    }
    return failure;
  }
}
