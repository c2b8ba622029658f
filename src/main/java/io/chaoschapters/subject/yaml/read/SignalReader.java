package io.chaoschapters.subject.yaml.read;

import io.chaoschapters.metrics.MetricQuery;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.Reading;
import io.chaoschapters.subject.Signal;
import io.chaoschapters.subject.file.NearMatch;
import io.chaoschapters.subject.file.Section;
import io.chaoschapters.subject.yaml.ask.Extraction;
import io.chaoschapters.subject.yaml.ask.Reduction;
import io.chaoschapters.subject.yaml.ask.Template;
import io.chaoschapters.subject.yaml.model.SignalEntry;
import io.chaoschapters.subject.yaml.model.SignalSource;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the signals. */
final class SignalReader {
  private static final List<String> SOURCES =
      List.of("metric", "promql", "http", "tcp", "command", "count", "difference", "class");
  private static final List<String> METRIC = List.of("metric");
  private static final List<String> QUESTIONS = List.of("http", "tcp", "command");
  private static final List<String> SEVERAL = List.of("metric", "http", "tcp", "command");

  /** Those that go with a question of one kind alone are looked at where it is read. */
  private static final Map<String, List<String>> GO_WITH =
      Map.of(
          "rate", SEVERAL,
          "increase", SEVERAL,
          "quantile", METRIC,
          "over", METRIC,
          "where", METRIC,
          "match", QUESTIONS,
          "within", QUESTIONS,
          "reduce", SEVERAL,
          "of", List.of("metric", "http", "tcp", "command", "count"));

  private static final int LONGEST_LABEL = 24;

  /** In a shorter time there often is one answer, which has not grown. */
  private static final Duration SHORTEST = Duration.ofSeconds(3);

  private final Section all;
  private final String file;
  private final Index index;
  private final ClassReader classes;
  private final MetricReader metrics;

  SignalReader(Section all, String file, Index index, ClassReader classes, MetricReader metrics) {
    this.all = all;
    this.file = file;
    this.index = index;
    this.classes = classes;
    this.metrics = metrics;
  }

  /**
   * Reads them.
   *
   * @param whole false where a class tells the numbers
   */
  List<SignalEntry> read(boolean whole) {
    List<SignalEntry> entries = new ArrayList<>();
    for (String name : all.keys()) {
      Section at = all.child(name);
      if (!whole) {
        SOURCES.stream()
            .filter(at::has)
            .forEach(
                key ->
                    at.wrong(
                        key, RootLocale.format("'%s': a subject in Java says this itself.", key)));
        SignalSource told =
            new SignalSource.OfClass(cluster -> Reading.unknown("its class did not tell it"));
        entries.add(new SignalEntry(name, null, signal(at, name, null), told));
        continue;
      }
      String source = Values.onlyOne(at, "signal", SOURCES);
      if (source != null) {
        requireTogether(at, source);
        entries.addAll(read(name, at, source));
      }
    }
    entries.forEach(entry -> differences(entry, entries));
    limits(entries);
    return entries;
  }

  private List<SignalEntry> read(String name, Section at, String source) {
    List<String> of = index.named(at, "of");
    if (!at.has("by")) {
      return source(at, source, of)
          .map(from -> new SignalEntry(name, null, signal(at, name, null), from))
          .stream()
          .toList();
    }
    if (List.of("promql", "count", "difference", "class").contains(source)) {
      at.wrong("by", RootLocale.format("'by' does not go with '%s'.", source));
      return List.of();
    }
    List<SignalEntry> entries = new ArrayList<>();
    for (String component : of.isEmpty() ? everyone(at, source) : of) {
      source(at, source, List.of(component))
          .map(from -> new SignalEntry(name, component, signal(at, name, component), from))
          .ifPresent(entries::add);
    }
    return entries;
  }

  /** All that can be asked. */
  private List<String> everyone(Section at, String source) {
    if (source.equals("metric")) {
      return metrics.components();
    }
    String port = String.valueOf(at.text(source)).replaceFirst("/.*", "");
    return source.equals("command") || port.isEmpty() ? index.ids() : index.withPort(port);
  }

  private Optional<SignalSource> source(Section at, String source, List<String> of) {
    return switch (source) {
      case "metric" -> metrics.query(at, of).map(SignalSource.OfMetrics::new);
      case "promql" -> promQl(at);
      case "count" ->
          Optional.of(
              new SignalSource.OfHealth(
                  Health.valueOf(String.valueOf(at.text("count")).toUpperCase(Locale.ROOT)),
                  of.isEmpty() ? index.ids() : of));
      case "difference" -> difference(at);
      case "class" -> byClass(at);
      default -> answers(at, source, of);
    };
  }

  private Optional<SignalSource> promQl(Section at) {
    return Optional.of(
        new SignalSource.OfPromQl(
            MetricQuery.promQl(String.valueOf(at.text("promql"))), file + ":" + at.line()));
  }

  /** A key that means nothing beside its source would be read over in silence. */
  private static void requireTogether(Section at, String source) {
    GO_WITH.forEach(
        (key, with) -> {
          if (at.has(key) && !with.contains(source)) {
            at.wrong(
                key,
                source.equals("promql") && with.contains("metric")
                    ? RootLocale.format("'%s' does not go with 'promql'; say it in the text.", key)
                    : RootLocale.format(
                        "'%s' goes with '%s', and here is '%s'.",
                        key, String.join("' or '", with), source));
          }
        });
  }

  private static Optional<SignalSource> difference(Section at) {
    List<String> two = at.texts("difference");
    if (two.size() != 2) {
      at.wrong("difference", "'difference' needs two signals: the first less the second.");
      return Optional.empty();
    }
    return Optional.of(new SignalSource.OfSignals(two.get(0), two.get(1)));
  }

  @SuppressWarnings("unchecked") // What it takes and gives is seen when it is called.
  private Optional<SignalSource> byClass(Section at) {
    return classes
        .make(at, "class", Function.class)
        .map(made -> new SignalSource.OfClass((Function<Cluster, Reading>) made));
  }

  private Optional<SignalSource> answers(Section at, String kind, List<String> of) {
    Pattern match = Values.pattern(at, "match");
    Template pointer = Values.pointer(at, "pointer");
    Extraction extraction = new Extraction(pointer, match);
    String reduce = at.text("reduce");
    return new AskReader(index)
        .read(at, kind, of, match, Set.of())
        .map(
            asked -> {
              if (pointer != null) {
                index.check(at, "pointer", List.of(pointer), asked.components(), Set.of());
              }
              return new SignalSource.OfAnswers(
                  asked.question(),
                  extraction,
                  asked.components(),
                  reduce == null
                      ? Reduction.SUM
                      : Reduction.valueOf(reduce.toUpperCase(Locale.ROOT)),
                  ProbeReader.within(at),
                  growth(at));
            });
  }

  /** Like that of a metric, of the answers that observations bring. */
  private static SignalSource.@Nullable Growth growth(Section at) {
    List<String> functions = MetricReader.functions(at);
    if (functions.isEmpty()) {
      return null;
    }
    String function = functions.get(0);
    Duration over = at.duration(function, SHORTEST);
    if (over.compareTo(SHORTEST) < 0) {
      at.wrong(
          function,
          RootLocale.format(
              "'%s' of answers is over at least %d s, for they come once an observation.",
              function, SHORTEST.toSeconds()));
    }
    return new SignalSource.Growth(over, function.equals("rate"));
  }

  private static Signal signal(Section at, String name, @Nullable String component) {
    String given = at.text("label");
    String label = given == null ? name.replace('-', ' ') : given;
    String says = Objects.requireNonNullElse(at.text("says"), label);
    String unit = Objects.requireNonNullElse(at.text("unit"), "");
    double scale = Values.quantity(at, "scale", unit).orElse(1);
    if (scale <= 0) {
      at.wrong("scale", "'scale' is the upper end of a scale that begins with 0; it is above 0.");
    }
    return new Signal(
        component == null ? name : name + "-" + component,
        brief(label, component == null ? "" : " " + component),
        component == null ? says : says + ", on " + component,
        unit,
        scale,
        at.text("limit"));
  }

  /**
   * What is too long loses the end of its label, not of its component: the others have one, too.
   */
  private static String brief(String label, String component) {
    int room = Math.max(1, LONGEST_LABEL - component.length());
    String brief = label.substring(0, Math.min(label.length(), room)).strip() + component;
    return brief.substring(0, Math.min(brief.length(), LONGEST_LABEL));
  }

  /** What the metrics store answers comes later than what components answer. */
  private void differences(SignalEntry entry, List<SignalEntry> entries) {
    if (!(entry.source() instanceof SignalSource.OfSignals two)) {
      return;
    }
    List<String> askable =
        entries.stream()
            .filter(
                other ->
                    other.source() instanceof SignalSource.OfAnswers
                        || other.source() instanceof SignalSource.OfHealth
                        || other.source() instanceof SignalSource.OfClass)
            .map(other -> other.signal().id())
            .toList();
    for (String id : List.of(two.from(), two.less())) {
      if (!askable.contains(id) && !(isUnread(id, entries) && mayBe(id, all))) {
        all.child(entry.name())
            .wrong(
                "difference",
                RootLocale.format(
                    "'difference': '%s' is no signal that components answer%s (known: %s).",
                    Words.quoted(id), NearMatch.hint(id, askable), String.join(", ", askable)));
      }
    }
  }

  private static boolean isUnread(String id, List<SignalEntry> entries) {
    return entries.stream().noneMatch(entry -> entry.name().equals(id));
  }

  /**
   * Whether there may be a signal of a name which has errors of its own, so that it is not read.
   */
  static boolean mayBe(String name, Section signals) {
    return signals.has(name)
        || signals.mayHave(name)
        || signals.keys().stream().anyMatch(by -> name.startsWith(by + "-"));
  }

  private void limits(List<SignalEntry> entries) {
    List<String> known = entries.stream().map(entry -> entry.signal().id()).toList();
    for (SignalEntry entry : entries) {
      String limit = entry.signal().limit();
      if (limit != null && !known.contains(limit) && !mayBe(limit, all)) {
        all.child(entry.name())
            .wrong(
                "limit",
                RootLocale.format(
                    "'limit': there is no signal '%s'%s (known: %s).",
                    Words.quoted(limit), NearMatch.hint(limit, known), String.join(", ", known)));
      }
    }
  }
}
