package io.chaoschapters.subjects.ratelimiter;

import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.WitnessReport;
import io.chaoschapters.text.Numbers;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Nodes go on checking and tell operators nothing of it: neither state nor metrics. */
final class HideStateFaultType implements FaultType<RateLimiterCluster> {
  @Override
  public String name() {
    return "operators-locked-out";
  }

  @Override
  public String description() {
    return "nodes serve clients and refuse operators: neither state nor metrics can be read";
  }

  @Override
  public boolean needsTarget() {
    return true;
  }

  @Override
  public Fault plan(FaultPlan<RateLimiterCluster> plan) {
    RateLimiterCluster cluster = plan.cluster();
    return new HiddenState(cluster.nodeClients(plan.targets()), plan.longest());
  }

  private static final class HiddenState implements Fault {
    private final List<NodeClient> nodes;
    private final Duration longest;
    private volatile long overAtNanos = System.nanoTime();

    HiddenState(List<NodeClient> nodes, Duration longest) {
      this.nodes = nodes;
      this.longest = longest;
    }

    @Override
    public List<UndoStep> undo() {
      return List.of(
          UndoStep.endsByItself(
              RootLocale.format(
                  "operators are let in again by itself after %s s",
                  Numbers.plain(longest.toMillis() / 1000.0))));
    }

    @Override
    public void inject() {
      overAtNanos = System.nanoTime() + longest.toNanos();
      nodes.forEach(node -> node.closeFor(longest));
    }

    /** Each node refuses to be looked at and answers that it is up. */
    @Override
    public WitnessReport witness() {
      List<Health> looks = nodes.stream().map(node -> node.probe().join().health()).toList();
      boolean serving = nodes.stream().allMatch(NodeClient::isUp);
      return new WitnessReport(
          serving && looks.stream().allMatch(health -> health == Health.UNKNOWN),
          RootLocale.format(
              "the nodes %s, and their state %s",
              serving ? "say that they are up" : "do not say that they are up",
              looks.stream().map(Health::words).distinct().collect(Collectors.joining(", "))));
    }

    @Override
    public boolean isOver() {
      return System.nanoTime() - overAtNanos >= 0;
    }

    @Override
    public boolean lastsUntilRollback() {
      return true;
    }

    @Override
    public void rollback() {
      nodes.forEach(node -> node.closeFor(Duration.ZERO));
      overAtNanos = System.nanoTime();
    }
  }
}
