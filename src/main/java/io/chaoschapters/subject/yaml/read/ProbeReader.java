package io.chaoschapters.subject.yaml.read;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.file.Section;
import io.chaoschapters.subject.yaml.ask.HealthRules;
import io.chaoschapters.subject.yaml.ask.Question;
import io.chaoschapters.subject.yaml.ask.TcpQuestion;
import io.chaoschapters.subject.yaml.model.ProbeEntry;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads how the health of a component is seen. */
final class ProbeReader {
  /** A frozen component costs a probe this long; all of them have {@link ProbeEntry#LONGEST}. */
  static final Duration WITHIN = Duration.ofMillis(600);

  private static final List<Health> WORDS =
      List.of(Health.SERVING, Health.DEGRADED, Health.SILENT, Health.REFUSING);

  private final Index index;
  private final ClassReader classes;

  ProbeReader(Index index, ClassReader classes) {
    this.index = index;
    this.classes = classes;
  }

  /** The probe of a component; without one it is asked for a connection to each port. */
  ProbeEntry read(Section at, String component) {
    if (!at.exists()) {
      return connected(component);
    }
    List<String> kinds = new ArrayList<>(AskReader.KINDS);
    kinds.add("class");
    String kind = Values.onlyOne(at, "the probe of", kinds);
    if (kind == null) {
      return connected(component);
    }
    if (kind.equals("class")) {
      return byClass(at).orElseGet(() -> connected(component));
    }
    return asked(at, component, kind, within(at));
  }

  /** How long an answer may take, which cannot be longer than the observation. */
  static Duration within(Section at) {
    Duration within = at.duration("within", WITHIN);
    if (within.compareTo(ProbeEntry.LONGEST) > 0) {
      at.wrong(
          "within",
          RootLocale.format(
              "'within' is longer than an observation waits; it is at most %d ms.",
              ProbeEntry.LONGEST.toMillis()));
    }
    return within;
  }

  /** A ready check: its time is that of the component, not that of one answer. */
  ProbeEntry readReady(Section at, String component) {
    String kind = Values.onlyOne(at, "the ready check of", AskReader.KINDS);
    return kind == null ? connected(component) : asked(at, component, kind, Duration.ofSeconds(1));
  }

  @SuppressWarnings("unchecked") // What it takes and gives is seen when it is called.
  private Optional<ProbeEntry> byClass(Section at) {
    return classes
        .make(at, "class", Function.class)
        .map(made -> new ProbeEntry.ByClass((Function<Component, Health>) made));
  }

  private ProbeEntry asked(Section at, String component, String kind, Duration within) {
    HealthRules rules = rules(at, kind);
    return new AskReader(index)
        .read(at, kind, List.of(component), until(rules), Set.of())
        .<ProbeEntry>map(
            asked -> new ProbeEntry.Asked(asked.question(), rules, within, connected(component)))
        .orElseGet(() -> connected(component));
  }

  private ProbeEntry.Connected connected(String component) {
    List<Question> ports =
        index.portsOf(component).stream()
            .<Question>map(port -> new TcpQuestion(port, null, null))
            .toList();
    return new ProbeEntry.Connected(ports, WITHIN);
  }

  private static HealthRules rules(Section at, String kind) {
    List<HealthRules.Rule> rules = new ArrayList<>();
    for (Health health : WORDS) {
      rule(at, kind, health).ifPresent(rules::add);
    }
    return new HealthRules(rules, Health.DEGRADED);
  }

  private static Optional<HealthRules.Rule> rule(Section at, String kind, Health health) {
    String key = health.name().toLowerCase(Locale.ROOT);
    if (!at.has(key)) {
      return health == Health.SERVING ? Optional.of(serving(kind)) : Optional.empty();
    }
    if (kind.equals(AskReader.TCP)) {
      return Optional.ofNullable(Values.pattern(at, key))
          .map(pattern -> new HealthRules.Rule(health, List.of(), pattern));
    }
    return Optional.of(new HealthRules.Rule(health, Values.codes(at, key), null));
  }

  private static HealthRules.Rule serving(String kind) {
    return new HealthRules.Rule(
        Health.SERVING,
        switch (kind) {
          case AskReader.HTTP -> List.of(200);
          case AskReader.COMMAND -> List.of(0);
          default -> List.of();
        },
        null);
  }

  private static @org.jspecify.annotations.Nullable Pattern until(HealthRules rules) {
    String any =
        rules.rules().stream()
            .map(HealthRules.Rule::text)
            .filter(text -> text != null)
            .map(text -> RootLocale.format("(?:%s)", text))
            .collect(Collectors.joining("|"));
    return any.isEmpty() ? null : Pattern.compile(any, Pattern.MULTILINE);
  }
}
