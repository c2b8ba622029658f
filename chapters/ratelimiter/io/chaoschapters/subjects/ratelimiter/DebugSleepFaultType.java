package io.chaoschapters.subjects.ratelimiter;

import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.text.RootLocale;
import redis.clients.jedis.util.SafeEncoder;

/**
 * {@code DEBUG SLEEP}: the store's only thread sleeps. What clients sent and gave up on stays in
 * the sockets and is executed when it wakes.
 */
final class DebugSleepFaultType implements FaultType<RateLimiterCluster> {
  @Override
  public String name() {
    return "redis-debug-sleep";
  }

  @Override
  public String description() {
    return "Redis sleeps (DEBUG SLEEP); what was sent meanwhile is executed when it wakes";
  }

  @Override
  public Fault plan(FaultPlan<RateLimiterCluster> plan) {
    return new StoreBlock(
        plan.cluster(),
        "DEBUG SLEEP",
        plan.duration(),
        (store, duration) ->
            store.sendCommand(
                () -> SafeEncoder.encode("DEBUG"),
                "SLEEP",
                RootLocale.format("%.3f", duration.toMillis() / 1000.0)));
  }
}
