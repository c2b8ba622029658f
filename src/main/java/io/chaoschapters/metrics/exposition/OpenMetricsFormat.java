package io.chaoschapters.metrics.exposition;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * OpenMetrics 1.0 and 0.0.1, as the parser of Prometheus 2.42 reads them: one blank between the
 * parts of a line, timestamps in seconds, exemplars, and {@code # EOF} in the end.
 *
 * @see <a href="https://prometheus.io/docs/specs/om/open_metrics_spec/">OpenMetrics</a>
 */
final class OpenMetricsFormat {
  private static final List<String> TYPES =
      List.of(
          "counter",
          "gauge",
          "histogram",
          "gaugehistogram",
          "summary",
          "info",
          "stateset",
          "unknown");

  private static final String EXEMPLAR = " # {";

  private final ExpositionCursor cursor;

  OpenMetricsFormat(ExpositionCursor cursor) {
    this.cursor = cursor;
  }

  List<ExposedSample> parse() throws ExpositionException {
    while (!cursor.skip("# EOF")) {
      if (cursor.isAtEnd()) {
        throw notEnded();
      }
      if (cursor.skip("# HELP ")) {
        cursor.text(meta("HELP").text(), "has a help text that is not UTF-8");
      } else if (cursor.skip("# TYPE ")) {
        requireType(meta("TYPE").text());
      } else if (cursor.skip("# UNIT ")) {
        requireUnit(meta("UNIT"));
      } else if (!cursor.skipUnwanted()) {
        sample();
      }
      cursor.endLine();
    }
    cursor.endLine();
    if (!cursor.isAtEnd()) {
      throw cursor.problem("follows '# EOF', after which there is nothing in OpenMetrics");
    }
    return cursor.samples();
  }

  private record Meta(String metric, String text) {}

  private Meta meta(String word) throws ExpositionException {
    String metric = cursor.takeMetricName();
    if (metric.isEmpty()) {
      throw cursor.problem("has no metric name after " + word);
    }
    if (!cursor.skip(" ")) {
      throw cursor.problem("has no text after " + word + " and the metric's name");
    }
    String text = cursor.takeLine();
    requireEndOfLine();
    return new Meta(metric, text);
  }

  private void requireType(String type) throws ExpositionException {
    if (!TYPES.contains(type)) {
      throw cursor.problem("has a type that is none of " + String.join(", ", TYPES));
    }
  }

  private void requireUnit(Meta unit) throws ExpositionException {
    if (!unit.text().isEmpty() && !unit.metric().endsWith("_" + unit.text())) {
      throw cursor.problem("has a unit that '" + unit.metric() + "' does not end with");
    }
  }

  private void sample() throws ExpositionException {
    String metric = cursor.takeMetricName();
    if (metric.isEmpty()) {
      throw cursor.problem("does not begin with a metric name");
    }
    var labels = cursor.new Labels();
    if (cursor.skip("{")) {
      takeLabels(labels);
    }
    double value = takeNumber("a value");
    Optional<Long> timestamp = Optional.empty();
    if (cursor.peek() == ' ' && !cursor.isAt(EXEMPLAR)) {
      timestamp = Optional.of(milliseconds(takeNumber("a timestamp")));
    }
    if (cursor.skip(EXEMPLAR)) {
      exemplar(metric);
    }
    requireEndOfLine();
    cursor.add(metric, labels, value, timestamp);
  }

  /** Exemplars are parsed and dropped: no query uses them. */
  private void exemplar(String metric) throws ExpositionException {
    if (!metric.endsWith("_total") && !metric.endsWith("_bucket")) {
      throw cursor.problem("has an exemplar, which only '_total' and '_bucket' may have");
    }
    takeLabels(null);
    takeNumber("a value of its exemplar");
    if (cursor.peek() == ' ') {
      milliseconds(takeNumber("a timestamp of its exemplar"));
    }
  }

  private void takeLabels(ExpositionCursor.@Nullable Labels labels) throws ExpositionException {
    for (boolean first = true; !cursor.skip("}"); first = false) {
      if (!first && !cursor.skip(",")) {
        throw cursor.problem("has no ',' or '}' at column " + cursor.column());
      }
      String label = cursor.takeLabelName();
      if (label.isEmpty() || !cursor.skip("=")) {
        throw cursor.problem("has no label name and '=' at column " + cursor.column());
      }
      String value = cursor.takeQuoted(false);
      if (labels != null) {
        labels.put(label, value);
      }
    }
  }

  private double takeNumber(String what) throws ExpositionException {
    if (!cursor.skip(" ")) {
      throw cursor.problem("has no blank and " + what + " at column " + cursor.column());
    }
    return cursor.number(cursor.takeUntil(" \n"));
  }

  private long milliseconds(double seconds) throws ExpositionException {
    if (Double.isNaN(seconds) || Double.isInfinite(seconds)) {
      throw cursor.problem("has a timestamp that is no time");
    }
    return (long) (seconds * 1000);
  }

  private void requireEndOfLine() throws ExpositionException {
    if (cursor.isAtEnd()) {
      throw notEnded();
    }
    if (cursor.peek() != '\n') {
      throw cursor.problem("has text after its end, at column " + cursor.column());
    }
  }

  private ExpositionException notEnded() {
    return cursor.problem("is the last, but OpenMetrics ends with '# EOF'");
  }
}
