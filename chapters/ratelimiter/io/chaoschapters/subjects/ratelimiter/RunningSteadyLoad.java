package io.chaoschapters.subjects.ratelimiter;

import io.chaoschapters.subject.RunningLoad;
import io.chaoschapters.waiting.DaemonThreads;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Sends by the clock: a request that is late is sent late, none is left out. */
final class RunningSteadyLoad implements RunningLoad {
  private static final Duration ANSWERS_DUE = Duration.ofSeconds(3);

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("steady-load"));
  private final ClientTally tally;

  RunningSteadyLoad(CheckClient client, String key, ClientTally tally, double ratePerSecond) {
    this.tally = tally;
    long nanos = Math.round(TimeUnit.SECONDS.toNanos(1) / ratePerSecond);
    clock.scheduleAtFixedRate(() -> client.check(key, tally), 0, nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public Map<String, Long> outcomes() {
    return tally.outcomes();
  }

  @Override
  public void close() {
    clock.shutdownNow();
    Wait.atMost("answers to the last requests", ANSWERS_DUE)
        .until(
            () ->
                clock.isTerminated() && tally.inFlight() == 0
                    ? Progress.reached()
                    : Progress.notYet(tally.inFlight() + " in flight"));
  }
}
