package io.chaoschapters.subjects.ratelimiter;

import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import redis.clients.jedis.args.ClientPauseMode;

/**
 * {@code CLIENT PAUSE … ALL}: the store lives but answers no client. What clients gave up on is
 * discarded with their connections.
 */
final class ClientPauseFaultType implements FaultType<RateLimiterCluster> {
  @Override
  public String name() {
    return "redis-client-pause";
  }

  @Override
  public String description() {
    return "Redis answers no client (CLIENT PAUSE); what clients gave up on is discarded";
  }

  @Override
  public Fault plan(FaultPlan<RateLimiterCluster> plan) {
    return new StoreBlock(
        plan.cluster(),
        "CLIENT PAUSE",
        plan.duration(),
        (store, duration) -> store.clientPause(duration.toMillis(), ClientPauseMode.ALL));
  }
}
