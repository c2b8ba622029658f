package io.chaoschapters.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "200,200",
    "123456789,123456789",
    "-3,-3",
    "0.30649,0.306",
    "1234.5678,1230",
    "0.5,0.5",
    "0.000012345,0.0000123",
    "-1.5,-1.5",
    "1e12,1000000000000"
  })
  void number_isWrittenWithoutExponent(double value, String expected) {
    assertThat(Numbers.plain(value)).isEqualTo(expected);
  }

  @Test
  void noNumber_isWrittenAsWhatItIs() {
    assertThat(Numbers.plain(Double.NaN)).isEqualTo("NaN");
    assertThat(Numbers.plain(Double.POSITIVE_INFINITY)).isEqualTo("Infinity");
  }
}
