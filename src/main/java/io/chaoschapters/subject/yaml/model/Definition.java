package io.chaoschapters.subject.yaml.model;

import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.LoadType;
import io.chaoschapters.subject.yaml.ask.CommandQuestion;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A whole subject.
 *
 * @param file its name on the class path
 * @param faults those by commands
 * @param faultClasses those of the user's own
 * @param repair what repairs lasting damage, one after the other
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
    List<CommandQuestion> repair) {}
