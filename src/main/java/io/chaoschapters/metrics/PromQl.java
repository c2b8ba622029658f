package io.chaoschapters.metrics;

import io.chaoschapters.metrics.MetricQuery.Aggregation;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Renders queries as PromQL.
 *
 * @see <a href="https://prometheus.io/docs/prometheus/latest/querying/basics/">Querying basics</a>
 */
final class PromQl {

  private PromQl() {}

  static String render(MetricQuery query) {
    return switch (query.kind()) {
      case GAUGE, COUNTER -> aggregate(query, selector(query));
      case RATE -> aggregate(query, rate(query));
      case INCREASE -> aggregate(query, "increase(" + ranged(query) + ")");
      case QUANTILE -> renderQuantile(query);
      case TEXT -> query.seriesName();
    };
  }

  /** Asks for the times of the samples that {@link #render} would use, for the same series. */
  static String renderSampleTimes(MetricQuery query) {
    return query.window() == null ? "timestamp(" + selector(query) + ")" : ranged(query);
  }

  private static String renderQuantile(MetricQuery query) {
    if (query.aggregation() == Aggregation.SUM) {
      var labels = new ArrayList<>(List.of(Histograms.BOUND));
      labels.addAll(query.byLabels());
      return histogramQuantile(
          query, "sum by (" + String.join(", ", labels) + ") (" + rate(query) + ")");
    }
    return aggregate(query, histogramQuantile(query, rate(query)));
  }

  private static String histogramQuantile(MetricQuery query, String buckets) {
    return "histogram_quantile(" + query.quantile() + ", " + buckets + ")";
  }

  private static String aggregate(MetricQuery query, String inner) {
    if (query.aggregation() == Aggregation.NONE) {
      return inner;
    }
    String by =
        query.byLabels().isEmpty() ? "" : " by (" + String.join(", ", query.byLabels()) + ") ";
    return (query.aggregation() == Aggregation.SUM ? "sum" : "max") + by + "(" + inner + ")";
  }

  private static String rate(MetricQuery query) {
    return "rate(" + ranged(query) + ")";
  }

  private static String ranged(MetricQuery query) {
    return selector(query) + "[" + duration(Objects.requireNonNull(query.window())) + "]";
  }

  private static String selector(MetricQuery query) {
    if (query.matchers().isEmpty()) {
      return query.seriesName();
    }
    return query.matchers().stream()
        .map(m -> m.label() + (m.negated() ? "!=" : "=") + '"' + escape(m.value()) + '"')
        .collect(Collectors.joining(",", query.seriesName() + "{", "}"));
  }

  private static String duration(Duration window) {
    long millis = window.toMillis();
    return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
  }

  private static String escape(String value) {
    var escaped = new StringBuilder(value.length() + 8);
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> escaped.append("\\\\");
        case '"' -> escaped.append("\\\"");
        case '\n' -> escaped.append("\\n");
        default -> {
          if (Character.isISOControl(c)) {
            escaped.append(RootLocale.format("\\u%04x", (int) c));
          } else {
            escaped.append(c);
          }
        }
      }
    }
    return escaped.toString();
  }
}
