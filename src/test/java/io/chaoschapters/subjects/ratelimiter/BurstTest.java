package io.chaoschapters.subjects.ratelimiter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BurstTest {
  @ParameterizedTest
  @CsvSource({
    "200, false, true",
    "199, false, false",
    "189, true, true",
    "150, true, true",
    "149, true, false",
    "0, true, false"
  })
  void burst_isOneWhenAllOfItIsCounted_orMostOfItAndNoMoreIsToCome(
      long checked, boolean over, boolean expected) {
    assertThat(Burst.wasOne(checked, 200, over)).isEqualTo(expected);
  }
}
