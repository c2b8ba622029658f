package io.chaoschapters.safety.victims;

import io.chaoschapters.subjects.ratelimiter.RateLimiterCluster;
import io.chaoschapters.subjects.ratelimiter.RateLimiterSubject;

/** The subject {@code ratelimiter} as a victim. */
public final class LimiterVictim extends Victim<RateLimiterCluster> {
  /** Made by {@link java.util.ServiceLoader}. */
  public LimiterVictim() {
    super(new RateLimiterSubject());
  }
}
