package io.chaoschapters.subjects.ratelimiter.service;

import io.chaoschapters.text.RootLocale;
import java.time.Duration;

/** What can be changed while a node runs. */
record NodeSettings(LimitMode mode, SyncPolicy policy, FailMode fail, Duration syncInterval) {
  private static final Duration SHORTEST = Duration.ofMillis(10);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  NodeSettings {
    if (syncInterval.compareTo(SHORTEST) < 0 || syncInterval.compareTo(LONGEST) > 0) {
      throw new BadRequestException(
          RootLocale.format(
              "The sync interval is %d ms; it must be from 10ms to 1m.", syncInterval.toMillis()));
    }
  }

  CountKind countKind() {
    return mode == LimitMode.BATCHED && policy == SyncPolicy.IDEMPOTENT
        ? CountKind.TOTALS
        : CountKind.COUNTER;
  }

  /** Only batched mode gives hits up; what strict mode still has to send is sent until it is in. */
  boolean dropsFailedSync() {
    return mode == LimitMode.BATCHED && policy == SyncPolicy.DROP;
  }
}
