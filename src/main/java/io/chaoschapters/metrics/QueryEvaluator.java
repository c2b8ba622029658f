package io.chaoschapters.metrics;

import io.chaoschapters.metrics.MetricQuery.Aggregation;
import io.chaoschapters.metrics.MetricQuery.Kind;
import io.chaoschapters.metrics.exposition.Floats;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Evaluates queries over series as Prometheus 2.42 evaluates the PromQL that they render to. */
final class QueryEvaluator {

  /** A value of a series, with its labels and the time of its newest sample. */
  private record Element(Map<String, String> labels, double value, long newest) {}

  private QueryEvaluator() {}

  static MetricResult evaluate(MetricQuery query, List<Series> series, long at) {
    var elements = new ArrayList<Element>();
    for (Series one : series) {
      element(query.window(), one, at)
          .map(element -> query.kind() == Kind.INCREASE ? increase(query, element) : element)
          .ifPresent(elements::add);
    }
    if (query.kind() != Kind.QUANTILE) {
      return result(aggregate(query, elements));
    }
    // A sum merges the histograms bucket by bucket; a maximum is one of whole quantiles.
    return query.aggregation() == Aggregation.MAX
        ? result(aggregate(query, quantiles(query, elements, false)))
        : result(quantiles(query, elements, true));
  }

  private static Optional<Element> element(@Nullable Duration window, Series series, long at) {
    if (window == null) {
      return series
          .latest(at, MetricSource.STALE_AFTER.toMillis())
          .map(sample -> new Element(series.labels(), sample.value(), sample.time()));
    }
    long from = at - window.toMillis();
    var samples = series.between(from, at);
    OptionalDouble rate = ExtrapolatedRate.of(samples, from, at);
    return rate.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Element(
                series.labels(), rate.getAsDouble(), samples.get(samples.size() - 1).time()));
  }

  private static Element increase(MetricQuery query, Element rate) {
    double seconds = Objects.requireNonNull(query.window()).toMillis() / 1000.0;
    return new Element(rate.labels(), rate.value() * seconds, rate.newest());
  }

  private static List<Element> quantiles(MetricQuery query, List<Element> buckets, boolean merged) {
    var counts = new HashMap<Map<String, String>, Map<Double, Double>>();
    var newest = new HashMap<Map<String, String>, Long>();
    for (Element bucket : buckets) {
      OptionalDouble bound = Floats.parse(bucket.labels().getOrDefault(Histograms.BOUND, ""));
      if (bound.isEmpty()) {
        continue; // Prometheus leaves out a bucket without a bound, too
      }
      var key = merged ? query.resultLabels(bucket.labels()) : withoutBound(bucket.labels());
      counts
          .computeIfAbsent(key, labels -> new TreeMap<>())
          .merge(bound.getAsDouble(), bucket.value(), Double::sum);
      newest.merge(key, bucket.newest(), Math::max);
    }
    var quantiles = new ArrayList<Element>();
    counts.forEach(
        (labels, histogram) ->
            Histograms.quantile(query.quantile(), histogram)
                .ifPresent(value -> quantiles.add(new Element(labels, value, newest.get(labels)))));
    return quantiles;
  }

  private static Map<String, String> withoutBound(Map<String, String> labels) {
    var rest = new TreeMap<>(labels);
    rest.remove(Histograms.BOUND);
    return Map.copyOf(rest);
  }

  private static List<Element> aggregate(MetricQuery query, List<Element> elements) {
    if (query.aggregation() == Aggregation.NONE) {
      return elements;
    }
    var groups = new HashMap<Map<String, String>, Element>();
    for (Element element : elements) {
      var key = query.resultLabels(element.labels());
      groups.merge(
          key,
          new Element(key, element.value(), element.newest()),
          (a, b) ->
              new Element(
                  key,
                  query.aggregation() == Aggregation.SUM
                      ? a.value() + b.value()
                      : larger(a.value(), b.value()),
                  Math.max(a.newest(), b.newest())));
    }
    return List.copyOf(groups.values());
  }

  /** The larger number; NaN only if both are, unlike {@link Math#max(double, double)}. */
  private static double larger(double a, double b) {
    return Double.isNaN(a) || b > a ? b : a;
  }

  private static MetricResult result(List<Element> elements) {
    return new MetricResult(
        elements.stream()
            .filter(element -> !Double.isNaN(element.value()))
            .map(
                element ->
                    new MetricValue(
                        element.labels(), element.value(), Instant.ofEpochMilli(element.newest())))
            .toList());
  }
}
