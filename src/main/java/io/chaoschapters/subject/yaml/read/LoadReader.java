package io.chaoschapters.subject.yaml.read;

import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.LoadType;
import io.chaoschapters.subject.file.Section;
import io.chaoschapters.subject.yaml.ask.HealthRules;
import io.chaoschapters.subject.yaml.model.LoadEntry;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads client traffic. */
final class LoadReader {
  /** What placeholders of a request may stand for beside components. */
  static final Set<String> NAMES = Set.of("number", "kilobyte");

  private static final Duration WITHIN = Duration.ofSeconds(1);
  private static final List<String> KINDS = List.of("http", "tcp", "command", "class");

  private final Section all;
  private final Index index;
  private final ClassReader classes;
  private final List<LoadEntry> entries = new ArrayList<>();
  private final List<LoadType<?>> made = new ArrayList<>();

  LoadReader(Section all, Index index, ClassReader classes) {
    this.all = all;
    this.index = index;
    this.classes = classes;
  }

  void read() {
    for (String name : all.keys()) {
      Section at = all.child(name);
      String kind = Values.onlyOne(at, "load", KINDS);
      if ("class".equals(kind)) {
        classes.make(at, "class", LoadType.class).ifPresent(made::add);
      } else if (kind != null) {
        read(name, at, kind);
      }
    }
  }

  List<LoadEntry> entries() {
    return entries;
  }

  List<LoadType<?>> made() {
    return made;
  }

  private void read(String name, Section at, String kind) {
    String rate = rate(at);
    if (rate == null && !kind.equals(AskReader.COMMAND)) {
      at.wrong(
          RootLocale.format(
              "load '%s' needs a 'rate', such as 50/s, which experiments may change.", name));
    }
    Pattern done = kind.equals(AskReader.TCP) ? Values.pattern(at, "acknowledged") : null;
    HealthRules acknowledged = acknowledged(at, kind, done);
    new AskReader(index)
        .read(at, kind, index.named(at, "to"), done, NAMES)
        .ifPresent(
            asked ->
                entries.add(
                    new LoadEntry(
                        name,
                        Objects.requireNonNullElse(at.text("does"), "sends " + name),
                        rate,
                        clients(at, rate),
                        asked.question(),
                        asked.components(),
                        acknowledged,
                        at.duration("within", WITHIN))));
  }

  private static int clients(Section at, @org.jspecify.annotations.Nullable String rate) {
    String clients = at.text("clients");
    if (clients == null) {
      return 1;
    }
    if (rate == null || !clients.matches("[1-9][0-9]?|100")) {
      at.wrong(
          "clients",
          RootLocale.format(
              "'clients' is '%s'; it must be how many requests of a 'rate' may be under way at once, 1 to 100.",
              Words.quoted(clients)));
      return 1;
    }
    return Integer.parseInt(clients);
  }

  private static @org.jspecify.annotations.Nullable String rate(Section at) {
    String rate = at.text("rate");
    if (rate != null && !rate.matches("[0-9]{1,6}(\\.[0-9]{1,3})?/s")) {
      at.wrong(
          "rate",
          RootLocale.format(
              "'rate' is '%s'; it must be a rate per second such as 60/s.", Words.quoted(rate)));
    }
    return rate;
  }

  private static HealthRules acknowledged(
      Section at, String kind, @org.jspecify.annotations.Nullable Pattern done) {
    List<Integer> codes = kind.equals(AskReader.TCP) ? List.of() : Values.codes(at, "acknowledged");
    if (codes.isEmpty() && kind.equals(AskReader.HTTP)) {
      codes = IntStream.range(200, 300).boxed().toList();
    }
    if (codes.isEmpty() && kind.equals(AskReader.COMMAND)) {
      codes = List.of(0);
    }
    return new HealthRules(
        List.of(new HealthRules.Rule(Health.SERVING, codes, done)), Health.DEGRADED);
  }
}
