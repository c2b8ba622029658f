package io.chaoschapters.subject.yaml.run;

import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.yaml.ask.Names;
import io.chaoschapters.subject.yaml.model.FaultEntry;
import org.apiguardian.api.API;

/** A fault that a file says by commands. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class CommandFaultType implements FaultType<YamlCluster> {
  private final FaultEntry entry;

  /** One. */
  public CommandFaultType(FaultEntry entry) {
    this.entry = entry;
  }

  @Override
  public String name() {
    return entry.name();
  }

  @Override
  public String description() {
    return entry.does();
  }

  @Override
  public boolean needsTarget() {
    return entry.onTarget();
  }

  @Override
  public Fault plan(FaultPlan<YamlCluster> plan) {
    Addresses addresses = plan.cluster().addresses();
    if (plan.targets().size() > 1) {
      throw new IllegalArgumentException(
          "Fault '" + entry.name() + "' (" + entry.where() + ") is for one target at a time.");
    }
    Names names =
        plan.targets().isEmpty() ? addresses.ofAll() : addresses.ofTarget(plan.targets().get(0));
    String asked = entry.witness().of();
    Names witness = asked == null ? names : addresses.of(plan.cluster().component(asked)).or(names);
    return new CommandFault(entry, names, witness);
  }
}
