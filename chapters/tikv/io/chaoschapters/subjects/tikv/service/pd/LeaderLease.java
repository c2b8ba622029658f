package io.chaoschapters.subjects.tikv.service.pd;

import io.chaoschapters.subjects.tikv.service.HttpService.Answer;
import io.chaoschapters.subjects.tikv.service.HttpService.Gate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When PD may serve. One that follows a PD that was killed must wait until the lease of that one is
 * over: it is silent at first, then says on every path but the metrics that it has not started.
 */
final class LeaderLease implements Gate {
  private static final Duration SILENT = Duration.ofMillis(3_300);
  private static final Duration ELECTED = Duration.ofMillis(4_600);
  private static final Duration CAMPAIGN = Duration.ofSeconds(1);

  private final boolean mustWait;
  private final Clock clock;
  private final Instant started;
  private volatile Instant campaignsUntil = Instant.MIN;

  /**
   * Begins to wait, if it must.
   *
   * @param mustWait whether an earlier run was killed
   * @param started when this program was
   */
  LeaderLease(boolean mustWait, Clock clock, Instant started) {
    this.mustWait = mustWait;
    this.clock = clock;
    this.started = started;
  }

  private boolean isWithin(Duration time) {
    return mustWait && clock.instant().isBefore(started.plus(time));
  }

  /** For how long connections are accepted and nothing is answered; 0 for not at all. */
  long silentForNanos() {
    return isWithin(SILENT) ? Duration.between(clock.instant(), started.plus(SILENT)).toNanos() : 0;
  }

  boolean isElected() {
    return !isWithin(ELECTED);
  }

  /**
   * The lease was lost while this program did not run: for a moment it takes in nothing, and goes
   * on telling what it knows.
   */
  void campaign() {
    campaignsUntil = clock.instant().plus(CAMPAIGN);
  }

  /** Whether calls are taken that only a leader may take. */
  boolean leads() {
    return isElected() && clock.instant().isAfter(campaignsUntil);
  }

  @Override
  public Optional<Answer> refusal(String path) {
    return isElected() || path.equals("/metrics")
        ? Optional.empty()
        : Optional.of(PdAnswers.notStarted());
  }
}
