package io.chaoschapters.subject.yaml.read;

import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.file.Section;
import io.chaoschapters.subject.yaml.ask.CommandQuestion;
import io.chaoschapters.subject.yaml.model.Check;
import io.chaoschapters.subject.yaml.model.FaultEntry;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads faults of a subject's own. */
final class FaultReader {
  private static final Duration WITHIN = Duration.ofSeconds(5);
  private static final Set<String> BUILT_IN =
      Set.of("freeze", "kill", "throttle", "partition", "latency");

  private final Section all;
  private final String file;
  private final Index index;
  private final ClassReader classes;
  private final List<FaultEntry> entries = new ArrayList<>();
  private final List<FaultType<?>> made = new ArrayList<>();

  FaultReader(Section all, String file, Index index, ClassReader classes) {
    this.all = all;
    this.file = file;
    this.index = index;
    this.classes = classes;
  }

  void read() {
    for (String name : all.keys()) {
      Section at = all.child(name);
      if (BUILT_IN.contains(name)) {
        all.wrong(
            name, RootLocale.format("every component has a fault '%s' already; rename it.", name));
      }
      if (at.has("class")) {
        classes.make(at, "class", FaultType.class).ifPresent(made::add);
      } else {
        read(name, at);
      }
    }
  }

  List<FaultEntry> entries() {
    return entries;
  }

  List<FaultType<?>> made() {
    return made;
  }

  private void read(String name, Section at) {
    for (String key : List.of("does", "inject", "undo", "witness")) {
      if (!at.has(key)) {
        at.wrong(key, RootLocale.format("key '%s' is missing in fault '%s'.", key, name));
      }
    }
    boolean onTarget = "true".equals(at.text("target"));
    Set<String> names = onTarget ? index.targetNames(index.ids()) : Set.of();
    List<CommandQuestion> inject = Values.commands(at, "inject");
    List<CommandQuestion> undo = Values.commands(at, "undo");
    index.check(at, "inject", Values.templates(inject), List.of(), names);
    index.check(at, "undo", Values.templates(undo), List.of(), names);
    witness(at, names)
        .ifPresent(
            witness ->
                entries.add(
                    new FaultEntry(
                        name,
                        String.valueOf(at.text("does")),
                        file + ":" + at.line(),
                        onTarget,
                        inject,
                        undo,
                        witness,
                        at.duration("within", WITHIN))));
  }

  private Optional<Check> witness(Section at, Set<String> names) {
    Section witness = at.child("witness");
    if (!witness.exists()) {
      return Optional.empty();
    }
    List<String> of = index.named(witness, "of");
    Optional<Check> check = new CheckReader(index).read(witness, of, names);
    if (check.isPresent() && check.get().of() == null && !witness.has(AskReader.COMMAND)) {
      witness.wrong("of", "'of': say which component the witness asks.");
    }
    return check;
  }
}
