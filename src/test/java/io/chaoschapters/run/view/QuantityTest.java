package io.chaoschapters.run.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
  @ParameterizedTest
  @CsvSource({
    "0.0000713, s, 0.07 ms",
    "0.00417, s, 4.2 ms",
    "0.4178, s, 418 ms",
    "0.000001, s, 0.001 ms",
    "1.274, s, 1.27 s",
    "0, s, 0 s",
    "19.93, requests, 19.9 requests",
  })
  void quantity_isToldInTheUnitAndPrecisionThatIsRead(double value, String unit, String words) {
    assertThat(Quantity.words(value, unit)).isEqualTo(words);
  }
}
