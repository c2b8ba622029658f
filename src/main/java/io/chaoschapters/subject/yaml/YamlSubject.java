package io.chaoschapters.subject.yaml;

import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.runtime.ContainerProgram;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.LoadType;
import io.chaoschapters.subject.Requirements;
import io.chaoschapters.subject.Signal;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.subject.yaml.model.ComponentEntry;
import io.chaoschapters.subject.yaml.model.Definition;
import io.chaoschapters.subject.yaml.model.LoadEntry;
import io.chaoschapters.subject.yaml.model.SignalEntry;
import io.chaoschapters.subject.yaml.model.TargetEntry;
import io.chaoschapters.subject.yaml.run.CommandFaultType;
import io.chaoschapters.subject.yaml.run.RequestLoadType;
import io.chaoschapters.subject.yaml.run.YamlCluster;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** A subject that was read from a file. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class YamlSubject implements Subject<YamlCluster>, Requirements {
  private final Definition definition;

  /** One that was checked. */
  public YamlSubject(Definition definition) {
    this.definition = definition;
  }

  @Override
  public String id() {
    return definition.id();
  }

  @Override
  public String title() {
    return definition.title();
  }

  @Override
  public Glossary glossary() {
    return definition.glossary();
  }

  @Override
  public List<Signal> signals() {
    return definition.signals().stream().map(SignalEntry::signal).toList();
  }

  @Override
  public List<Invariant> invariants() {
    return definition.invariants();
  }

  @Override
  @SuppressWarnings("unchecked") // A class of the user's takes any cluster.
  public List<? extends FaultType<? super YamlCluster>> faults() {
    List<FaultType<? super YamlCluster>> all = new ArrayList<>();
    definition.faults().forEach(entry -> all.add(new CommandFaultType(entry, definition)));
    definition.faultClasses().forEach(made -> all.add((FaultType<? super YamlCluster>) made));
    return all;
  }

  @Override
  @SuppressWarnings("unchecked") // A class of the user's takes any cluster.
  public List<? extends LoadType<? super YamlCluster>> loads() {
    List<LoadType<? super YamlCluster>> all = new ArrayList<>();
    definition.loads().forEach(entry -> all.add(new RequestLoadType(entry)));
    definition.loadClasses().forEach(made -> all.add((LoadType<? super YamlCluster>) made));
    return all;
  }

  @Override
  public List<String> runtimes() {
    List<String> runtimes = new ArrayList<>();
    if (definition.components().stream().allMatch(entry -> entry.program() != null)) {
      runtimes.add("local");
    }
    if (definition.components().stream().allMatch(entry -> entry.container() != null)) {
      runtimes.add("docker");
      if (definition.components().stream().noneMatch(YamlSubject::isComposed)) {
        runtimes.add("kubernetes");
      }
    }
    if (definition.components().stream().noneMatch(entry -> entry.selector().isEmpty())) {
      runtimes.add("kubernetes");
      if (!runtimes.contains("docker")) {
        runtimes.add("docker");
      }
    }
    return runtimes;
  }

  /** Pods mount no folder of this machine, and are checked otherwise. */
  private static boolean isComposed(ComponentEntry entry) {
    ComponentEntry.Container container = entry.container();
    return container != null && !container.setup().equals(ContainerProgram.Setup.NONE);
  }

  @Override
  public List<String> images() {
    return definition.components().stream()
        .map(ComponentEntry::container)
        .filter(Objects::nonNull)
        .map(ComponentEntry.Container::image)
        .distinct()
        .toList();
  }

  @Override
  public List<String> targets() {
    return Stream.concat(
            definition.components().stream().map(ComponentEntry::id),
            definition.targets().stream().map(TargetEntry::name))
        .toList();
  }

  @Override
  public List<String> missing() {
    return new MissingPrograms(definition).sentences();
  }

  @Override
  public List<String> wrong() {
    return new PromQlTexts(definition).wrong();
  }

  @Override
  public List<String> doubtful() {
    return definition.doubts();
  }

  @Override
  public Optional<String> unwitnessed(String fault, List<String> targets) {
    return new NetworkFaults(definition).unwitnessed(fault, targets);
  }

  @Override
  public Optional<String> doubtful(String fault, List<String> targets) {
    return new NetworkFaults(definition).doubtful(fault, targets);
  }

  @Override
  public List<String> refused(Settings settings, String runtime) {
    List<String> refused = new ArrayList<>(new PromQlTexts(definition).refused(settings, runtime));
    for (LoadEntry load : definition.loads()) {
      if (load.program() != null && !runtime.equals("local")) {
        refused.add(
            RootLocale.format(
                "%s: load '%s' is a program that goes on, which runtime '%s' cannot start; give it a 'rate', or use 'http' or 'tcp'.",
                definition.file(), load.name(), runtime));
      }
    }
    return refused;
  }

  @Override
  public YamlCluster start(ComponentRuntime runtime) {
    List<String> missing = new ArrayList<>(missing());
    missing.addAll(wrong());
    if (!missing.isEmpty()) {
      throw new RuntimeFailureException(String.join("\n", missing));
    }
    return YamlCluster.start(definition, runtime);
  }
}
