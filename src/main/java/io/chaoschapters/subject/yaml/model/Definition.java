package io.chaoschapters.subject.yaml.model;

import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.LoadType;
import io.chaoschapters.subject.yaml.ask.CommandQuestion;
import java.net.URI;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A whole subject.
 *
 * @param file its name on the class path
 * @param faults those by commands
 * @param faultClasses those of the user's own
 * @param prometheus the address of a Prometheus that answers texts in PromQL; null for that of the
 *     run
 * @param repair what repairs lasting damage, one after the other
 * @param doubts sentences about what can be meant as it is written, and hardly is
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Definition(
    String file,
    String id,
    String title,
    List<ComponentEntry> components,
    List<SignalEntry> signals,
    List<Invariant> invariants,
    Glossary glossary,
    List<LoadEntry> loads,
    List<LoadType<?>> loadClasses,
    List<FaultEntry> faults,
    List<FaultType<?>> faultClasses,
    List<TargetEntry> targets,
    @Nullable URI prometheus,
    List<CommandQuestion> repair,
    List<String> doubts) {

  /** The components that a target can be; more than one when it moves. */
  public List<ComponentEntry> meantBy(String target) {
    List<String> ids =
        targets.stream()
            .filter(entry -> entry.name().equals(target))
            .findFirst()
            .map(TargetEntry::among)
            .orElse(List.of(target));
    return components.stream().filter(entry -> ids.contains(entry.id())).toList();
  }
}
