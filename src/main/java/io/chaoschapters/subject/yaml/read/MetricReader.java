package io.chaoschapters.subject.yaml.read;

import io.chaoschapters.metrics.MetricQuery;
import io.chaoschapters.subject.file.Section;
import io.chaoschapters.subject.yaml.model.ComponentEntry;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads questions to the metrics store. */
final class MetricReader {
  /** The label that identifies a component's series. */
  static final String COMPONENT = "instance";

  private static final Duration OVER = Duration.ofSeconds(5);
  private static final List<String> FUNCTIONS = List.of("rate", "increase", "quantile");

  private final List<ComponentEntry> entries;
  private final boolean areWhole;

  /**
   * A reader of questions.
   *
   * @param areWhole whether all that the file says of components could be read
   */
  MetricReader(List<ComponentEntry> entries, boolean areWhole) {
    this.entries = List.copyOf(entries);
    this.areWhole = areWhole;
  }

  boolean areWhole() {
    return areWhole;
  }

  /** Unless a component has errors of its own, which may be about its metrics. */
  private void wrong(Section at, String key, String sentence) {
    if (areWhole) {
      at.wrong(key, sentence);
    }
  }

  /** Those that show metrics. */
  List<String> components() {
    return entries.stream()
        .filter(entry -> entry.metrics() != null)
        .map(ComponentEntry::id)
        .toList();
  }

  /** The question of a signal, of all components or of one. */
  Optional<MetricQuery> query(Section at, List<String> of) {
    if (components().isEmpty()) {
      wrong(
          at,
          "metric",
          "no component shows metrics, so this would never be known; give one the key 'metrics', such as metrics: client/metrics.");
      return Optional.empty();
    }
    if (of.size() > 1) {
      at.wrong(
          "of", "'of' of a metric is one component; write 'by: component' for one signal of each.");
      return Optional.empty();
    }
    if (of.size() == 1 && !components().contains(of.get(0))) {
      wrong(
          at,
          "of",
          RootLocale.format(
              "'of': %s shows no metrics (known: %s).",
              of.get(0), String.join(", ", components())));
      return Optional.empty();
    }
    return plain(at)
        .map(query -> of.isEmpty() ? query : query.where(COMPONENT, of.get(0)))
        .map(query -> reduced(at, query));
  }

  /** The question without its reduction to one number. */
  Optional<MetricQuery> plain(Section at) {
    List<String> functions = functions(at);
    if (functions.size() > 1) {
      return Optional.empty();
    }
    try {
      MetricQuery query = of(at, functions.isEmpty() ? null : functions.get(0));
      for (Map.Entry<String, String> label : at.child("where").values(Set.of()).entrySet()) {
        query = query.where(label.getKey(), label.getValue());
      }
      return Optional.of(query);
    } catch (IllegalArgumentException e) {
      at.wrong("metric", RootLocale.format("'metric': %s", Failure.words(e)));
      return Optional.empty();
    }
  }

  /** What is made of the number itself; more than one is reported. */
  static List<String> functions(Section at) {
    List<String> functions = FUNCTIONS.stream().filter(at::has).toList();
    if (functions.size() > 1) {
      at.wrong(
          functions.get(1),
          RootLocale.format(
              "'%s' and '%s' do not go together.", functions.get(0), functions.get(1)));
    }
    return functions;
  }

  private static MetricQuery of(Section at, @Nullable String function) {
    String metric = String.valueOf(at.text("metric"));
    if (function == null) {
      return MetricQuery.gauge(metric);
    }
    return switch (function) {
      case "rate" -> MetricQuery.rate(metric, at.duration("rate", OVER));
      case "increase" -> MetricQuery.increase(metric, at.duration("increase", OVER));
      default ->
          MetricQuery.quantile(
              Values.quantity(at, "quantile", "").orElse(0), metric, at.duration("over", OVER));
    };
  }

  private static MetricQuery reduced(Section at, MetricQuery query) {
    String reduce = at.text("reduce");
    if ("min".equals(reduce)) {
      at.wrong("reduce", "'reduce' of a metric is sum or max.");
    }
    return "max".equals(reduce) ? query.max() : query.sum();
  }
}
