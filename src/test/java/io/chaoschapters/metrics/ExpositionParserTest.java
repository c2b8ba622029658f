package io.chaoschapters.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpositionParserTest {

  @Test
  void exampleOfTheFormatsDocumentation_isRead() throws Exception {
    // https://prometheus.io/docs/instrumenting/exposition_formats/#text-format-example
    var samples =
        ExpositionParser.parse(
            """
            # HELP http_requests_total The total number of HTTP requests.
            # TYPE http_requests_total counter
            http_requests_total{method="post",code="200"} 1027 1395066363000

            # Escaping in label values:
            msdos_file_access_time_seconds{path="C:\\\\DIR\\\\FILE.TXT",error="Cannot find file:\\n\\"FILE.TXT\\""} 1.458255915e9
            metric_without_timestamp_and_labels 12.47
            something_weird{problem="division by zero"} +Inf -3982045
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
                OptionalLong.of(-3982045)));
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
  void looseWhiteSpaceTrailingCommaAndCarriageReturn_areForgiven() throws Exception {
    assertThat(ExpositionParser.parse("\r\n \t x { a = \"1\" , b=\"\",} \t 2 \r\n#end"))
        .containsExactly(
            new ExposedSample("x", Map.of("a", "1", "b", ""), 2, OptionalLong.empty()));
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
        "x{a=\"\\t\"} 1",
        "x{a=\"1\"b=\"2\"} 1",
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
