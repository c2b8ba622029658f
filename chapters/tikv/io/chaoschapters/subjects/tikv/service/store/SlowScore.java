package io.chaoschapters.subjects.tikv.service.store;

import java.time.Duration;

/**
 * How slow a store is, from 1 to 100, as TiKV computes it: each round in which some writes took too
 * long multiplies it, up to twice; without any it falls from 100 to 1 in five minutes.
 */
final class SlowScore {
  private static final double BEST = 1;
  private static final double WORST = 100;
  private static final double RATIO_THRESHOLD = 0.1;
  private static final Duration RECOVERS_IN = Duration.ofMinutes(5);

  private final Duration tooLong;
  private double score = BEST;
  private int writes;
  private int slowWrites;

  SlowScore(Duration tooLong) {
    this.tooLong = tooLong;
  }

  /** Counts one write of the present round. */
  synchronized void record(Duration took) {
    writes++;
    if (took.compareTo(tooLong) > 0) {
      slowWrites++;
    }
  }

  /** Ends a round that lasted so long. */
  synchronized void update(Duration round) {
    if (slowWrites == 0) {
      score = Math.max(BEST, score - WORST * round.toNanos() / (double) RECOVERS_IN.toNanos());
    } else {
      double ratio = Math.min((double) slowWrites / writes, RATIO_THRESHOLD) / RATIO_THRESHOLD;
      score = Math.min(WORST, score * (1 + ratio));
    }
    writes = 0;
    slowWrites = 0;
  }

  synchronized int value() {
    return (int) score;
  }
}
