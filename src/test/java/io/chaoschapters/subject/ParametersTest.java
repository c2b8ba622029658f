package io.chaoschapters.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParametersTest {
  private static final List<ParameterSpec> SPECS =
      List.of(
          ParameterSpec.of("pause", ParameterSpec.Type.DURATION, "a pause", "2s"),
          ParameterSpec.of("items", ParameterSpec.Type.COUNT, "items", null),
          ParameterSpec.of("rate", ParameterSpec.Type.RATE, "rate", "10/s"),
          ParameterSpec.choice("mode", "mode", "fair", "greedy"));

  @Test
  void defaults_fillWhatIsNotGiven() {
    Parameters parameters = Parameters.parse(SPECS, Map.of("items", "3", "mode", "greedy"));
    assertThat(parameters.duration("pause")).isEqualTo(Duration.ofSeconds(2));
    assertThat(parameters.count("items")).isEqualTo(3);
    assertThat(parameters.number("rate")).isEqualTo(10);
    assertThat(parameters.text("mode")).isEqualTo("greedy");
  }

  @Test
  void parameterWithoutDefault_mustBeGiven() {
    assertThatThrownBy(() -> Parameters.parse(SPECS, Map.of()))
        .hasMessage("parameter 'items' is missing");
  }

  @Test
  void unknownParameter_listsTheKnown() {
    assertThatThrownBy(() -> Parameters.parse(SPECS, Map.of("item", "3")))
        .hasMessage("unknown parameter 'item' (known: pause, items, rate, mode)");
    assertThatThrownBy(() -> Parameters.parse(List.of(), Map.of("item", "3")))
        .hasMessage("unknown parameter 'item' (known: none)");
  }

  @Test
  void readByAnotherTypeOrName_isRefused() {
    Parameters parameters = Parameters.parse(SPECS, Map.of("items", "3"));
    assertThatThrownBy(() -> parameters.text("items"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("No parameter 'items' of type String");
    assertThatThrownBy(() -> parameters.count("nothing")).hasMessageContaining("'nothing'");
  }
}
