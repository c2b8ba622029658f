package io.chaoschapters.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterTextTest {

  @ParameterizedTest
  @CsvSource({"250ms,PT0.25S", "5s,PT5S", "2m,PT2M", "1h,PT1H", "0s,PT0S"})
  void duration_isReadWithItsUnit(String text, Duration expected) {
    assertThat(ParameterText.duration(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT0.25S", "PT1.5S", "PT5S", "PT77M", "P31D", "P300D"})
  void duration_isReadAsItWasWritten(Duration duration) {
    assertThat(ParameterText.duration(ParameterText.text(duration))).isEqualTo(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "-5s", "+5s", "5 s", "1.5s", "5S", "5d", "s", "", "9999999999s"})
  void noDuration_isRefusedWithAnExample(String text) {
    assertThatThrownBy(() -> ParameterText.duration(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'" + text + "' is not a duration; write ");
  }

  @ParameterizedTest
  @CsvSource({"RATE,60/s,60.0", "RATE,0.5/s,0.5", "COUNT,3,3", "FACTOR,1.5,1.5", "FACTOR,2,2.0"})
  void number_isReadByItsType(ParameterSpec.Type type, String text, String expected) {
    assertThat(ParameterText.parse(spec(type), text)).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "RATE,60,60/s",
    "RATE,0/s,60/s",
    "RATE,-1/s,60/s",
    "RATE,60/m,60/s",
    "COUNT,-3,whole number",
    "COUNT,1.5,whole number",
    "COUNT,1e3,whole number",
    "FACTOR,-2,a number",
    "FACTOR,NaN,a number"
  })
  void wrongNumber_isRefusedNamingTheParameter(
      ParameterSpec.Type type, String text, String advice) {
    assertThatThrownBy(() -> ParameterText.parse(spec(type), text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("parameter 'size' is '" + text + "'; it must be ")
        .hasMessageContaining(advice);
  }

  @Test
  void wrongDurationOfAParameter_namesTheParameter() {
    assertThatThrownBy(() -> ParameterText.parse(spec(ParameterSpec.Type.DURATION), "5"))
        .hasMessageStartingWith("parameter 'size': '5' is not a duration");
  }

  @Test
  void choice_isOneOfItsValues() {
    ParameterSpec mode = ParameterSpec.choice("mode", "how", "fair", "greedy");
    assertThat(ParameterText.parse(mode, "greedy")).isEqualTo("greedy");
    assertThatThrownBy(() -> ParameterText.parse(mode, "Greedy"))
        .hasMessage("parameter 'mode' is 'Greedy'; it must be one of fair, greedy");
  }

  private static ParameterSpec spec(ParameterSpec.Type type) {
    return ParameterSpec.of("size", type, "a size", null);
  }
}
