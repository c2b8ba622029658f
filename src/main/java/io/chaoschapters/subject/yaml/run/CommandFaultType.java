package io.chaoschapters.subject.yaml.run;

import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.yaml.ask.Names;
import io.chaoschapters.subject.yaml.ask.Template;
import io.chaoschapters.subject.yaml.model.ComponentEntry;
import io.chaoschapters.subject.yaml.model.Definition;
import io.chaoschapters.subject.yaml.model.FaultEntry;
import io.chaoschapters.text.RootLocale;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** A fault that a file says by commands. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class CommandFaultType implements FaultType<YamlCluster> {
  private static final String TARGETS_PORT = "target.port.";

  private final FaultEntry entry;
  private final Definition definition;

  /** One of a file. */
  public CommandFaultType(FaultEntry entry, Definition definition) {
    this.entry = entry;
    this.definition = definition;
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
  public Optional<String> rejects(List<String> targets) {
    if (targets.size() > 1) {
      return Optional.of(
          RootLocale.format(
              "its commands (%s) are for one target at a time; write a fault for each",
              entry.where()));
    }
    List<String> ports = portsOfTarget();
    return targets.stream()
        .flatMap(target -> definition.meantBy(target).stream())
        .flatMap(component -> without(ports, component).stream())
        .findFirst();
  }

  private List<String> portsOfTarget() {
    Stream<Template> commands =
        Stream.of(entry.inject(), entry.undo())
            .flatMap(List::stream)
            .flatMap(command -> command.templates().stream());
    return Stream.concat(commands, entry.witness().question().templates().stream())
        .flatMap(template -> template.names().stream())
        .filter(name -> name.startsWith(TARGETS_PORT))
        .map(name -> name.substring(TARGETS_PORT.length()))
        .distinct()
        .toList();
  }

  private Optional<String> without(List<String> ports, ComponentEntry component) {
    return ports.stream()
        .filter(port -> !component.ports().containsKey(port))
        .findFirst()
        .map(
            port ->
                RootLocale.format(
                    "'{%s%s}' in its commands (%s) stands for nothing, for %s has %s",
                    TARGETS_PORT,
                    port,
                    entry.where(),
                    component.id(),
                    component.ports().isEmpty()
                        ? "no port"
                        : "only " + String.join(", ", new TreeSet<>(component.ports().keySet()))));
  }

  @Override
  public Fault plan(FaultPlan<YamlCluster> plan) {
    Addresses addresses = plan.cluster().addresses();
    Names names =
        plan.targets().isEmpty() ? addresses.ofAll() : addresses.ofTarget(plan.targets().get(0));
    String asked = entry.witness().of();
    Names witness = asked == null ? names : addresses.of(plan.cluster().component(asked)).or(names);
    return new CommandFault(entry, names, witness, plan.rollbackWithin());
  }
}
