package io.chaoschapters.subject.yaml.ask;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
  @ParameterizedTest
  @CsvSource({
    "3 seconds, s, 3 s",
    "2 minutes, s, 2 m",
    "5 secs, ms, 5 s",
    "7 rounds, s, 7 s",
    "4 KB, bytes, 4 kB",
    "4 hours, bytes, 4 bytes",
  })
  void unitThatIsNotRead_isToldWithTheUsersNumberInOneThatIs(
      String text, String unit, String written) {
    assertThatThrownBy(() -> Quantity.parse(text, unit))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("; write " + written);
  }
}
