package io.chaoschapters.subject.yaml;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.chaos.fault.ComponentFaults;
import io.chaoschapters.subject.FaultType;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reader of subjects stands below the faults of every component, and has a list of names. */
class ReservedFaultNamesTest {
  static Stream<String> names() {
    return ComponentFaults.all().stream().map(FaultType::name);
  }

  @ParameterizedTest
  @MethodSource("names")
  void faultOfEveryComponent_cannotBeDefinedAnew(String name) {
    assertThatThrownBy(() -> ShopFile.read(ShopFile.with("  jam:\n", "  " + name + ":\n")))
        .hasMessageContaining("every component has a fault '" + name + "' already; rename it.");
  }
}
