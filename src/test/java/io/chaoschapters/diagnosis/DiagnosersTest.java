package io.chaoschapters.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.settings.Settings;
import org.junit.jupiter.api.Test;

class DiagnosersTest {
  @Test
  void knownId_opensThatDiagnoser() {
    try (Diagnoser diagnoser = Diagnosers.open("semantic", Settings.ofProcess())) {
      assertThat(diagnoser.id()).isEqualTo("semantic");
      assertThat(diagnoser.version()).contains("all-MiniLM-L6-v2");
      assertThat(diagnoser.description()).contains("not a language model");
      assertThat(diagnoser.whatLeavesTheMachine()).startsWith("Nothing");
    }
  }

  @Test
  void unknownId_listsTheKnown() {
    assertThatThrownBy(() -> Diagnosers.open("semantics", Settings.ofProcess()))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith("No diagnoser 'semantics' (known: ")
        .hasMessageContaining("semantic");
  }
}
