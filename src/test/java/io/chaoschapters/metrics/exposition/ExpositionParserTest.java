package io.chaoschapters.metrics.exposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpositionParserTest {

  /**
   * But for its last timestamp, which is negative: Prometheus 2.42 itself refuses that.
   *
   * @see <a
   *     href="https://prometheus.io/docs/instrumenting/exposition_formats/#text-format-example">Exposition
   *     formats</a>
   */
  @Test
  void exampleOfTheFormatsDocumentation_isRead() throws Exception {
    var samples =
        ExpositionParser.parse(
            """
            # HELP http_requests_total The total number of HTTP requests.
            # TYPE http_requests_total counter
            http_requests_total{method="post",code="200"} 1027 1395066363000

            # Escaping in label values:
            msdos_file_access_time_seconds{path="C:\\\\DIR\\\\FILE.TXT",error="Cannot find file:\\n\\"FILE.TXT\\""} 1.458255915e9
            metric_without_timestamp_and_labels 12.47
            something_weird{problem="division by zero"} +Inf 3982045
            """);

    assertThat(samples)
        .containsExactly(
            new ExposedSample(
                "http_requests_total",
                Map.of("method", "post", "code", "200"),
                1027,
                OptionalLong.of(1395066363000L)),
            new ExposedSample(
                "msdos_file_access_time_seconds",
                Map.of("path", "C:\\DIR\\FILE.TXT", "error", "Cannot find file:\n\"FILE.TXT\""),
                1.458255915e9,
                OptionalLong.empty()),
            new ExposedSample(
                "metric_without_timestamp_and_labels", Map.of(), 12.47, OptionalLong.empty()),
            new ExposedSample(
                "something_weird",
                Map.of("problem", "division by zero"),
                Double.POSITIVE_INFINITY,
                OptionalLong.of(3982045)));
  }

  @ParameterizedTest
  @CsvSource({
    "NaN,NaN",
    "nan,NaN",
    "+Inf,Infinity",
    "-Inf,-Infinity",
    "-1.5E-3,-0.0015",
    ".5,0.5",
    "7.,7"
  })
  void number_isRead(String text, double value) throws Exception {
    assertThat(ExpositionParser.parse("x " + text).get(0).value()).isEqualTo(Double.valueOf(value));
  }

  @Test
  void looseWhiteSpaceWithinALineAndCommas_areForgiven() throws Exception {
    assertThat(ExpositionParser.parse(" \n\t\nx { a = \"1\"b=\"\" , c=\"2\",} \t 2 \n  #end"))
        .containsExactly(
            new ExposedSample("x", Map.of("a", "1", "c", "2"), 2, OptionalLong.empty()));
  }

  @Test
  void whatIsNoEscape_staysAsItIsWritten() throws Exception {
    assertThat(ExpositionParser.parse("x{user=\"WORK\\mara\",b=\"\\\\n\\n\"} 1").get(0).labels())
        .isEqualTo(Map.of("user", "WORK\\mara", "b", "\\n\n"));
  }

  @Test
  void openMetrics_timestampsAreSecondsAndExemplarsAreLeftOut() throws Exception {
    assertThat(
            openMetrics(
                """
                # TYPE x counter
                # UNIT x_seconds seconds
                # HELP x text
                x_total{a="b"} 3 1.5 # {trace_id="ab"} 0.31 1767225600.5
                x_created 1767225600.25
                # EOF
                """))
        .containsExactly(
            new ExposedSample("x_total", Map.of("a", "b"), 3, OptionalLong.of(1500)),
            new ExposedSample("x_created", Map.of(), 1767225600.25, OptionalLong.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x 1\n",
        "x 1\n# EOF\ny 1\n",
        "\n# EOF\n",
        "x  1\n# EOF\n",
        "# comment\n# EOF\n",
        "# UNIT x seconds\n# EOF\n",
        "# TYPE x untyped\n# EOF\n",
        "x 1 # {a=\"b\"} 2\n# EOF\n",
        "x 1 NaN\n# EOF\n"
      })
  void openMetricsOutOfOrder_isRefusedWithItsLine(String exposition) {
    assertThatExceptionOfType(ExpositionException.class)
        .isThrownBy(() -> openMetrics(exposition))
        .withMessageMatching("line [123] of the exposition [^.]+");
  }

  @Test
  void protobuf_isRefused() {
    assertThatExceptionOfType(ExpositionException.class)
        .isThrownBy(
            () ->
                ExpositionParser.parse(
                    new byte[0], "application/vnd.google.protobuf; a=b", line -> true))
        .withMessage("line 1 of the exposition is in the protobuf format, which is not read here");
  }

  private static List<ExposedSample> openMetrics(String exposition) throws ExpositionException {
    return ExpositionParser.parse(
        exposition.getBytes(StandardCharsets.UTF_8),
        "application/openmetrics-text; version=1.0.0",
        line -> true);
  }

  @Test
  void empty_hasNoSamples() throws Exception {
    assertThat(ExpositionParser.parse("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>",
        "x",
        "x one",
        "x 1 2 3",
        "x 1 2.5",
        "x 0x10",
        "x 1d",
        "x{a=\"1\" 1",
        "x{a=\"1} 1",
        "x{a=1} 1",
        "x{a} 1",
        "x{=\"1\"} 1",
        "x{a=\"1\",a=\"2\"} 1",
        " x 1",
        "x 1\r",
        "x 1 -5",
        "x -NaN",
        "x 1e400",
        "# TYPE x info",
        "{a=\"1\"} 1",
        "x{a=\"\\",
        "x{,} 1",
        "9x 1",
        "x,y 1",
        "é 1"
      })
  void lineThatIsNotUnderstood_isRefusedWithItsNumber(String line) {
    assertThatExceptionOfType(ExpositionException.class)
        .isThrownBy(() -> ExpositionParser.parse("# fine\nfine 1\n" + line + "\n"))
        .withMessageStartingWith("line 3 of the exposition ");
  }

  @Test
  void overlongLine_isRefused() {
    var line = "# " + "x".repeat(ExpositionParser.MAX_LINE_LENGTH);

    assertThatExceptionOfType(ExpositionException.class)
        .isThrownBy(() -> ExpositionParser.parse("fine 1\n" + line))
        .withMessage("line 2 of the exposition is longer than 16384 characters");
  }

  @Test
  void tooManySamples_areRefused() throws Exception {
    var most = "x 1\n".repeat(ExpositionParser.MAX_SAMPLES);

    assertThat(ExpositionParser.parse(most)).hasSize(ExpositionParser.MAX_SAMPLES);
    assertThatExceptionOfType(ExpositionException.class)
        .isThrownBy(() -> ExpositionParser.parse(most + "x 1"))
        .withMessage("line 50001 of the exposition is beyond the limit of 50000 samples");
  }
}
