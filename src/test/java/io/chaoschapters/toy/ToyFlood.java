package io.chaoschapters.toy;

import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.ParameterSpec;
import io.chaoschapters.subject.WitnessReport;
import java.util.List;

/** Fills the queue; {@code ends: itself} lets it end at once, {@code ends: never} not. */
public final class ToyFlood implements FaultType<ToyCluster> {
  @Override
  public String name() {
    return "flood";
  }

  @Override
  public String description() {
    return "fills the queue";
  }

  @Override
  public List<ParameterSpec> parameters() {
    return List.of(
        ParameterSpec.of("items", ParameterSpec.Type.COUNT, "items put in", null),
        ParameterSpec.choice("ends", "when it ends without a rollback", "never", "itself"));
  }

  @Override
  public Fault plan(FaultPlan<ToyCluster> plan) {
    (plan.cluster()).call("plan");
    return new Flood(plan.cluster(), plan);
  }

  private static final class Flood implements Fault {
    private final ToyCluster cluster;
    private final FaultPlan<ToyCluster> plan;
    private volatile boolean there;

    Flood(ToyCluster cluster, FaultPlan<ToyCluster> plan) {
      this.cluster = cluster;
      this.plan = plan;
    }

    @Override
    public List<UndoStep> undo() {
      cluster.call("undo");
      return List.of(new UndoStep("drain the queue", List.of("toy-drain", "all")));
    }

    @Override
    public void inject() {
      there = true;
      cluster.call("inject");
      cluster.backlog(plan.parameters().count("items"));
    }

    @Override
    public WitnessReport witness() {
      cluster.call("witness");
      double seen = cluster.observe().facts().get("backlog").asDouble().orElse(-1);
      return new WitnessReport(seen > 10, "the queue holds " + (int) seen + " items");
    }

    @Override
    public boolean isOver() {
      return !there || plan.parameters().text("ends").equals("itself");
    }

    @Override
    public boolean lastsUntilRollback() {
      return plan.parameters().text("ends").equals("never");
    }

    @Override
    public void rollback() {
      cluster.call("rollback");
      cluster.backlog(0);
      there = false;
    }
  }
}
