package io.chaoschapters.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricQueryTest {

  private static final Duration WINDOW = Duration.ofSeconds(5);

  @Test
  void gaugeWithMatchers_rendersSelector() {
    var query = MetricQuery.gauge("admitted").where("key", "k").whereNot("node", "n1");

    assertThat(query.toPromQl()).isEqualTo("admitted{key=\"k\",node!=\"n1\"}");
  }

  @Test
  void counter_rendersRawValue() {
    assertThat(MetricQuery.counter("x_total").sum().toPromQl()).isEqualTo("sum(x_total)");
  }

  @Test
  void rateByLabels_rendersSumByThem() {
    assertThat(MetricQuery.rate("x_total", WINDOW).by("node", "job").toPromQl())
        .isEqualTo("sum by (job, node) (rate(x_total[5s]))");
  }

  @Test
  void increase_rendersItself() {
    assertThat(MetricQuery.increase("x_total", WINDOW).max().toPromQl())
        .isEqualTo("max(increase(x_total[5s]))");
  }

  @Test
  void byAndMax_rendersMaxByEitherWayRound() {
    var gauge = MetricQuery.gauge("x");

    assertThat(gauge.by("node").max().toPromQl()).isEqualTo("max by (node) (x)");
    assertThat(gauge.max().by("node")).isEqualTo(gauge.by("node").max());
  }

  @Test
  void fractionOfSecond_rendersMilliseconds() {
    assertThat(MetricQuery.rate("x_total", Duration.ofMillis(1500)).toPromQl())
        .isEqualTo("rate(x_total[1500ms])");
  }

  @Test
  void quantile_readsBuckets() {
    var query = MetricQuery.quantile(0.99, "x_seconds", WINDOW);

    assertThat(query.toPromQl()).isEqualTo("histogram_quantile(0.99, rate(x_seconds_bucket[5s]))");
    assertThat(query.sum().toPromQl())
        .isEqualTo("histogram_quantile(0.99, sum by (le) (rate(x_seconds_bucket[5s])))");
    assertThat(query.by("node").toPromQl())
        .isEqualTo("histogram_quantile(0.99, sum by (le, node) (rate(x_seconds_bucket[5s])))");
    assertThat(query.max().toPromQl())
        .isEqualTo("max(histogram_quantile(0.99, rate(x_seconds_bucket[5s])))");
  }

  @Test
  void labelValueWithSpecialCharacters_isEscaped() {
    assertThat(MetricQuery.gauge("x").where("path", "C:\\a \"b\"\n\té").toPromQl())
        .isEqualTo("x{path=\"C:\\\\a \\\"b\\\"\\n\\u0009é\"}");
  }

  @Test
  void sameQuestion_isEqualWhateverWayItWasBuilt() {
    assertThat(MetricQuery.gauge("x").where("a", "1").sum())
        .isEqualTo(MetricQuery.gauge("x").sum().where("a", "1"))
        .hasSameHashCodeAs(MetricQuery.gauge("x").sum().where("a", "1"))
        .isNotEqualTo(MetricQuery.counter("x").where("a", "1").sum());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1x", "x-y", "x{}", "é"})
  void badMetricName_isRefusedWithTheRule(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MetricQuery.gauge(name))
        .withMessage(
            "'%s' is not a metric name: use letters, digits, '_' and ':', with no digit first.",
            name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a:b", "9a", "__name__"})
  void badLabelName_isRefused(String name) {
    var gauge = MetricQuery.gauge("x");

    assertThatIllegalArgumentException().isThrownBy(() -> gauge.where(name, "v"));
    assertThatIllegalArgumentException().isThrownBy(() -> gauge.by(name));
  }

  @Test
  void quantileOutOfRange_isRefused() {
    for (double quantile : new double[] {-0.1, 1.1, 99, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> MetricQuery.quantile(quantile, "x_seconds", WINDOW))
          .withMessageEndingWith("use 0 to 1.");
    }
  }

  @Test
  void quantileOfPartOfHistogram_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MetricQuery.quantile(0.5, "x_bucket", WINDOW))
        .withMessageContaining("without '_bucket'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MetricQuery.quantile(0.5, "x", WINDOW).by("le"))
        .withMessageContaining("'le'");
  }

  @Test
  void windowOutOfRange_isRefused() {
    for (Duration window :
        new Duration[] {Duration.ZERO, Duration.ofSeconds(-1), Duration.ofNanos(1_500_000)}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> MetricQuery.rate("x_total", window))
          .withMessageContaining("whole milliseconds");
    }
  }

  @Test
  void groupingByNothing_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> MetricQuery.gauge("x").by());
  }
}
