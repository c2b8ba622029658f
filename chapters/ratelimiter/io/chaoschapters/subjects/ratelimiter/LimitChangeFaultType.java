package io.chaoschapters.subjects.ratelimiter;

import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.ParameterSpec;
import io.chaoschapters.subject.WitnessReport;
import io.chaoschapters.text.RootLocale;
import java.util.List;

/** An operator sets the limit of nodes, and of no others. */
final class LimitChangeFaultType implements FaultType<RateLimiterCluster> {
  @Override
  public String name() {
    return "limit-change";
  }

  @Override
  public String description() {
    return "nodes are given a limit, and the others are not told";
  }

  @Override
  public List<ParameterSpec> parameters() {
    return List.of(
        ParameterSpec.of("limit", ParameterSpec.Type.COUNT, "requests allowed in a window", null));
  }

  @Override
  public boolean needsTarget() {
    return true;
  }

  @Override
  public Fault plan(FaultPlan<RateLimiterCluster> plan) {
    RateLimiterCluster cluster = plan.cluster();
    return new LimitChange(
        cluster.nodeClients(plan.targets()), cluster.setting(), plan.parameters().count("limit"));
  }

  private static final class LimitChange implements Fault {
    private final List<NodeClient> nodes;
    private final RateLimiterCluster.Setting setting;
    private final int limit;
    private volatile boolean changed;

    LimitChange(List<NodeClient> nodes, RateLimiterCluster.Setting setting, int limit) {
      this.nodes = nodes;
      this.setting = setting;
      this.limit = limit;
    }

    @Override
    public List<UndoStep> undo() {
      return List.of(
          UndoStep.endsByItself("nodes keep limits in memory; they are gone with their process"));
    }

    @Override
    public void inject() {
      changed = true;
      set(limit);
    }

    private void set(int value) {
      nodes.forEach(node -> node.setLimit(setting.key().name(), value, setting.key().window()));
    }

    /** Asks for the list of limits; what is monitored is the state. */
    @Override
    public WitnessReport witness() {
      List<Long> limits =
          nodes.stream().map(node -> node.limit(setting.key().name())).distinct().toList();
      return new WitnessReport(
          limits.equals(List.of((long) limit)),
          RootLocale.format("among its limits the node lists %s for the key", limits));
    }

    @Override
    public boolean isOver() {
      return !changed;
    }

    @Override
    public boolean lastsUntilRollback() {
      return true;
    }

    @Override
    public void rollback() {
      set(setting.configuration().limit());
      changed = false;
    }
  }
}
