package io.chaoschapters.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.settings.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiagnosersTest {
  @Test
  void knownId_opensThatDiagnoser() {
    try (Diagnoser diagnoser = Diagnosers.open("semantic", Settings.ofProcess())) {
      assertThat(diagnoser.id()).isEqualTo("semantic");
      assertThat(diagnoser.version()).contains("all-MiniLM-L6-v2");
      assertThat(diagnoser.description()).contains("not a language model");
      assertThat(diagnoser.privacy().leaves()).isFalse();
    }
  }

  @Test
  void severalIds_keepTheirOrder_andNoneIsNamedTwice() {
    assertThat(Diagnosers.asked(Settings.of(Map.of("ai", "openai, semantic"))))
        .containsExactly("openai", "semantic");
    assertThatThrownBy(() -> Diagnosers.asked(Settings.of(Map.of("ai", "semantic,semantic"))))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith("Setting 'ai' names 'semantic' twice (from ");
  }

  @Test
  void unknownId_listsTheKnown() {
    assertThatThrownBy(() -> Diagnosers.open("semantics", Settings.ofProcess()))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith("No diagnoser 'semantics'; did you mean 'semantic'? (known: ")
        .hasMessageContaining("semantic");
  }
}
