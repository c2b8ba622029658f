package io.chaoschapters.metrics;

import io.chaoschapters.metrics.exposition.Names;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * An immutable, typed question to a {@link MetricSource}.
 *
 * <p>It begins with a factory method that says what is asked of a metric, goes on with the label
 * values that its series must have, and may end with an aggregation:
 *
 * <pre>{@code
 * MetricQuery.gauge("queue_depth").where("queue", "mail").sum();
 * MetricQuery.rate("requests_total", Duration.ofSeconds(5)).by("node");
 * MetricQuery.quantile(0.99, "request_duration_seconds", Duration.ofSeconds(5)).sum();
 * }</pre>
 *
 * <p>Without an aggregation the result has one value for each series (for each histogram, if a
 * quantile is asked).
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class MetricQuery {

  enum Kind {
    GAUGE,
    COUNTER,
    RATE,
    INCREASE,
    QUANTILE,
    TEXT
  }

  enum Aggregation {
    NONE,
    SUM,
    MAX
  }

  private final Kind kind;
  private final String metric;
  private final double quantile;
  private final @Nullable Duration window;
  private final List<LabelMatcher> matchers;
  private final Aggregation aggregation;
  private final List<String> byLabels;

  private MetricQuery(
      Kind kind,
      String metric,
      double quantile,
      @Nullable Duration window,
      List<LabelMatcher> matchers,
      Aggregation aggregation,
      List<String> byLabels) {
    this.kind = kind;
    this.metric = metric;
    this.quantile = quantile;
    this.window = window;
    this.matchers = List.copyOf(matchers);
    this.aggregation = aggregation;
    this.byLabels = List.copyOf(byLabels);
  }

  private MetricQuery(Kind kind, String metric, double quantile, @Nullable Duration window) {
    this(kind, metric, quantile, window, List.of(), Aggregation.NONE, List.of());
  }

  /**
   * Asks for the present value of a gauge.
   *
   * @throws IllegalArgumentException if {@code metric} is not a metric name
   */
  public static MetricQuery gauge(String metric) {
    return instant(Kind.GAUGE, metric);
  }

  /**
   * Asks for the present raw value of a counter, with no rate and no extrapolation.
   *
   * <p>To assert how many events there were, subtract two such values: {@link #rate} extrapolates
   * and is meant for display.
   *
   * @throws IllegalArgumentException if {@code metric} is not a metric name
   */
  public static MetricQuery counter(String metric) {
    return instant(Kind.COUNTER, metric);
  }

  /**
   * Asks for the increase of a counter per second, averaged over the last {@code window}.
   *
   * <p>It needs two samples in the window; a counter that restarts at 0 is allowed for.
   *
   * @param window longer than 0, in whole milliseconds; with 1 s scrapes, 3 s or more
   * @throws IllegalArgumentException if {@code metric} is not a metric name or {@code window} is
   *     out of range
   */
  public static MetricQuery rate(String metric, Duration window) {
    Names.requireMetric(metric);
    requireWindow(window);
    return new MetricQuery(Kind.RATE, metric, 0, window);
  }

  /**
   * Asks for the increase of a counter over the last {@code window}: its {@link #rate} times the
   * window, so it need not be a whole number.
   *
   * @param window as for {@link #rate}
   * @throws IllegalArgumentException as for {@link #rate}
   */
  public static MetricQuery increase(String metric, Duration window) {
    Names.requireMetric(metric);
    requireWindow(window);
    return new MetricQuery(Kind.INCREASE, metric, 0, window);
  }

  /**
   * Asks for a quantile of what a classic histogram observed in the last {@code window}.
   *
   * <p>{@link #sum()} and {@link #by} merge histograms before the quantile is taken; {@link #max()}
   * takes the largest of the quantiles.
   *
   * @param quantile 0 to 1
   * @param histogram the name of the histogram, without {@code _bucket}
   * @param window as for {@link #rate}
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static MetricQuery quantile(double quantile, String histogram, Duration window) {
    if (!(quantile >= 0 && quantile <= 1)) {
      throw new IllegalArgumentException(
          RootLocale.format(
              "The quantile %s of '%s' is out of range: use 0 to 1.", quantile, histogram));
    }
    Names.requireMetric(histogram);
    if (histogram.endsWith("_bucket")) {
      throw new IllegalArgumentException(
          RootLocale.format(
              "'%s' names the buckets: use the name of the histogram, without '_bucket'.",
              histogram));
    }
    requireWindow(window);
    return new MetricQuery(Kind.QUANTILE, histogram, quantile, window);
  }

  /**
   * Asks what a text in PromQL asks. Only a real Prometheus answers it, and it has to have one
   * value.
   */
  @API(status = Status.INTERNAL, since = "0.1")
  public static MetricQuery promQl(String text) {
    return new MetricQuery(Kind.TEXT, text, 0, null);
  }

  /** Whether only a real Prometheus answers it. */
  @API(status = Status.INTERNAL, since = "0.1")
  public boolean isText() {
    return kind == Kind.TEXT;
  }

  /**
   * Keeps the series whose label has this value; an empty value means that the label is missing.
   *
   * @throws IllegalArgumentException if {@code label} is not a label name
   */
  public MetricQuery where(String label, String value) {
    return and(new LabelMatcher(label, value, false));
  }

  /**
   * Drops the series whose label has this value.
   *
   * @throws IllegalArgumentException if {@code label} is not a label name
   */
  public MetricQuery whereNot(String label, String value) {
    return and(new LabelMatcher(label, value, true));
  }

  /** Adds the series up. */
  public MetricQuery sum() {
    return aggregated(Aggregation.SUM, byLabels);
  }

  /** Takes the largest value of the series. */
  public MetricQuery max() {
    return aggregated(Aggregation.MAX, byLabels);
  }

  /**
   * Gives one value for each combination of these labels: a sum, or after or before {@link #max()}
   * the largest.
   *
   * @throws IllegalArgumentException if a name is not a label name, or there is none
   */
  public MetricQuery by(String... labels) {
    if (labels.length == 0) {
      throw new IllegalArgumentException("by() needs a label: use sum() or max() for one value.");
    }
    var names = new TreeSet<>(List.of(labels));
    names.forEach(this::requireUsableLabel);
    return aggregated(
        aggregation == Aggregation.NONE ? Aggregation.SUM : aggregation, List.copyOf(names));
  }

  /** Renders this query for Prometheus. */
  public String toPromQl() {
    return PromQl.render(this);
  }

  /** The labels that a value of the result has, if this series contributes to it. */
  Map<String, String> resultLabels(Map<String, String> series) {
    var labels = new TreeMap<>(series);
    labels.remove(Names.METRIC_NAME);
    if (kind == Kind.QUANTILE) {
      labels.remove(Histograms.BOUND);
    }
    if (aggregation != Aggregation.NONE) {
      labels.keySet().retainAll(byLabels);
    }
    return Map.copyOf(labels);
  }

  /**
   * For a quantile: how many observations a second there were in the same window, all series added
   * up. When that is 0, the quantile has nothing to be of. Empty for any other query.
   */
  public Optional<MetricQuery> observations() {
    return kind == Kind.QUANTILE
        ? Optional.of(
            new MetricQuery(
                Kind.RATE, metric + "_count", 0, window, matchers, Aggregation.SUM, List.of()))
        : Optional.empty();
  }

  Kind kind() {
    return kind;
  }

  /**
   * Whether a line of an exposition may be a sample of a series that the query, or its
   * observations, ask for.
   *
   * @param added labels that every sample of the exposition gets, which its lines do not show
   */
  boolean mayConcern(String line, Map<String, String> added) {
    if (isText() || !line.startsWith(metric)) {
      return false;
    }
    String rest = line.substring(metric.length());
    boolean named =
        kind == Kind.QUANTILE
            ? rest.startsWith("_bucket") || rest.startsWith("_count")
            : rest.startsWith("{") || rest.startsWith(" ") || rest.startsWith("\t");
    return named
        && matchers.stream()
            .allMatch(
                matcher ->
                    added.containsKey(matcher.label())
                        ? matcher.matches(added)
                        : matcher.mayMatch(rest));
  }

  /** The metric whose series are read: for a quantile, that of the buckets. */
  String seriesName() {
    return kind == Kind.QUANTILE ? metric + "_bucket" : metric;
  }

  double quantile() {
    return quantile;
  }

  /** The window, or null if the present value is asked. */
  @Nullable Duration window() {
    return window;
  }

  List<LabelMatcher> matchers() {
    return matchers;
  }

  Aggregation aggregation() {
    return aggregation;
  }

  List<String> byLabels() {
    return byLabels;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MetricQuery that
        && kind == that.kind
        && toPromQl().equals(that.toPromQl());
  }

  @Override
  public int hashCode() {
    return toPromQl().hashCode();
  }

  /** The same as {@link #toPromQl()}. */
  @Override
  public String toString() {
    return toPromQl();
  }

  private static MetricQuery instant(Kind kind, String metric) {
    Names.requireMetric(metric);
    return new MetricQuery(kind, metric, 0, null);
  }

  private MetricQuery and(LabelMatcher matcher) {
    requireUsableLabel(matcher.label());
    var all = new ArrayList<>(matchers);
    all.add(matcher);
    return new MetricQuery(kind, metric, quantile, window, all, aggregation, byLabels);
  }

  private MetricQuery aggregated(Aggregation how, List<String> labels) {
    return new MetricQuery(kind, metric, quantile, window, matchers, how, labels);
  }

  private void requireUsableLabel(String label) {
    Names.requireLabel(label);
    if (kind == Kind.QUANTILE && label.equals(Histograms.BOUND)) {
      throw new IllegalArgumentException(
          RootLocale.format(
              "A quantile of '%s' needs all its buckets: do not select or group by 'le'.", metric));
    }
  }

  private static void requireWindow(Duration window) {
    if (window.compareTo(Duration.ofMillis(1)) < 0 || window.toNanosPart() % 1_000_000 != 0) {
      throw new IllegalArgumentException(
          RootLocale.format(
              "The window %s is out of range: use 1 ms or more, in whole milliseconds.", window));
    }
  }
}
