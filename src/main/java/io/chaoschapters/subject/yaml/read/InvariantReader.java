package io.chaoschapters.subject.yaml.read;

import io.chaoschapters.subject.Bound;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.file.NearMatch;
import io.chaoschapters.subject.file.Section;
import io.chaoschapters.subject.yaml.model.SignalEntry;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Reads what should hold. */
final class InvariantReader {
  private final Section all;
  private final Section signalsAt;
  private final List<SignalEntry> signals;

  InvariantReader(Section all, Section signalsAt, List<SignalEntry> signals) {
    this.all = all;
    this.signalsAt = signalsAt;
    this.signals = List.copyOf(signals);
  }

  List<Invariant> read() {
    List<Invariant> invariants = new ArrayList<>();
    for (String id : all.keys()) {
      Section at = all.child(id);
      String name = String.valueOf(at.text("signal"));
      List<SignalEntry> about =
          signals.stream()
              .filter(entry -> entry.name().equals(name) || entry.signal().id().equals(name))
              .toList();
      if (!about.isEmpty()) {
        invariants.add(invariant(id, at, about));
      } else if (!SignalReader.mayBe(name, signalsAt)) {
        List<String> known = signals.stream().map(SignalEntry::name).distinct().toList();
        at.wrong(
            "signal",
            RootLocale.format(
                "'signal': there is no signal '%s'%s (known: %s).",
                Words.quoted(name), NearMatch.hint(name, known), String.join(", ", known)));
      }
    }
    return invariants;
  }

  private static Invariant invariant(String id, Section at, List<SignalEntry> about) {
    String unit = about.get(0).signal().unit();
    Worst worst = new Worst(about, bound(id, at, unit));
    return new Invariant(
        id,
        String.valueOf(at.text("says")),
        unit,
        "measurement".equals(at.text("kind")) ? Invariant.Kind.MEASUREMENT : Invariant.Kind.SYSTEM,
        Values.count(at, "raise-after", 1),
        Values.count(at, "clear-after", 2),
        at.duration("steady-for", Duration.ZERO),
        worst::of);
  }

  private static Bound bound(String id, Section at, String unit) {
    OptionalDouble least = Values.quantity(at, "at-least", unit);
    OptionalDouble most = Values.quantity(at, "at-most", unit);
    OptionalDouble exactly = Values.quantity(at, "equals", unit);
    if (at.has("equals")) {
      if (at.has("at-least") || at.has("at-most")) {
        at.wrong("equals", "'equals' does not go with 'at-least' or 'at-most'.");
      }
      return Bound.between(exactly.orElse(0), exactly.orElse(0));
    }
    if (!at.has("at-least") && !at.has("at-most")) {
      at.wrong(
          RootLocale.format(
              "invariant '%s' has no bound; give it 'at-most', 'at-least' or 'equals'.", id));
    }
    Bound bound =
        new Bound(least.orElse(Double.NEGATIVE_INFINITY), most.orElse(Double.POSITIVE_INFINITY));
    if (bound.min() > bound.max()) {
      at.wrong("at-least", "'at-least' is above 'at-most', so nothing is in bounds.");
    }
    return bound;
  }
}
