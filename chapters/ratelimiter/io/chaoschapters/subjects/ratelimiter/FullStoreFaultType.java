package io.chaoschapters.subjects.ratelimiter;

import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.WitnessReport;
import io.chaoschapters.text.Failure;
import java.time.Duration;
import java.util.List;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.params.SetParams;

/** The store may use no more memory than it does: it answers, reads, and refuses every write. */
final class FullStoreFaultType implements FaultType<RateLimiterCluster> {
  private static final Duration ANSWER = Duration.ofSeconds(2);
  private static final String SETTING = "maxmemory";

  @Override
  public String name() {
    return "redis-memory-limit";
  }

  @Override
  public String description() {
    return "Redis may use no further memory (CONFIG SET maxmemory), so that it refuses writes";
  }

  @Override
  public Fault plan(FaultPlan<RateLimiterCluster> plan) {
    return new FullStore(plan.cluster());
  }

  private static final class FullStore implements Fault {
    private final RateLimiterCluster cluster;
    private volatile boolean limited;

    FullStore(RateLimiterCluster cluster) {
      this.cluster = cluster;
    }

    @Override
    public List<UndoStep> undo() {
      return List.of(
          UndoStep.endsByItself(
              "the memory limit is gone with the store, which ends with the run"));
    }

    @Override
    public void inject() {
      limited = true;
      set("1");
    }

    private void set(String bytes) {
      try (Jedis store = cluster.storeProbe().connect(ANSWER)) {
        store.configSet(SETTING, bytes);
      }
    }

    @Override
    public WitnessReport witness() {
      try (Jedis store = cluster.storeProbe().connect(ANSWER)) {
        store.set("witness", "1", SetParams.setParams().px(1000));
        return new WitnessReport(false, "the store took a write");
      } catch (JedisDataException e) {
        return new WitnessReport(
            Failure.words(e).startsWith("OOM"), "the store answered " + Failure.words(e));
      }
    }

    @Override
    public boolean isOver() {
      return !limited;
    }

    @Override
    public boolean lastsUntilRollback() {
      return true;
    }

    @Override
    public void rollback() {
      set("0");
      limited = false;
    }
  }
}
