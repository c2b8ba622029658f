package io.chaoschapters.diagnosis.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.settings.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderSettingsTest {
  private static String model(String diagnoser, Map<String, String> settings) {
    return new ProviderSettings(diagnoser, Settings.of(settings)).model();
  }

  @ParameterizedTest
  @CsvSource({
    "semantic; openai; ollama, m, openai, m",
    "semantic; openai; ollama, m, ollama, ''",
    "openai; llamacpp, x.gguf, llamacpp, x.gguf",
    "openai; llamacpp, x.gguf, openai, ''",
    "semantic; llamacpp, m, llamacpp, m",
    "llamacpp; gemini, m, llamacpp, ''",
    "llamacpp; gemini, m, gemini, m"
  })
  void modelForAll_isMeantForTheFirstThatCanTakeIt(
      String ai, String model, String diagnoser, String chosen) {
    assertThat(model(diagnoser, Map.of("ai", ai.replace(';', ','), "ai.model", model)))
        .isEqualTo(chosen);
  }

  @Test
  void ownSetting_goesFirst() {
    Map<String, String> settings =
        Map.of(
            "ai", "openai,ollama",
            "ai.model", "a",
            "ai.openai.model", "b",
            "ai.ollama.model", "c",
            "ai.ollama.url", "http://far:1");
    assertThat(model("openai", settings)).isEqualTo("b");
    assertThat(model("ollama", settings)).isEqualTo("c");
    assertThat(new ProviderSettings("ollama", Settings.of(settings)).url())
        .isEqualTo("http://far:1");
    assertThat(new ProviderSettings("openai", Settings.of(settings)).url()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"ai.temperature, hot, from 0 to 2", "ai.temperature, -1, from 0 to 2"})
  void mistake_isOneSentence(String setting, String value, String sentence) {
    ProviderSettings choice = new ProviderSettings("openai", Settings.of(Map.of(setting, value)));
    assertThatThrownBy(() -> choice.temperature(0))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void otherMistakes_areSentencesToo() {
    assertThatThrownBy(() -> open(Map.of("ai.url", "nowhere")))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("'nowhere' is no address for diagnoser 'openai'");
    assertThatThrownBy(() -> open(Map.of("ai.method", "guess")))
        .hasMessageContaining("No method 'guess' (known: auto, ");
    assertThatThrownBy(() -> new OllamaProvider(name -> null).open(Settings.of(Map.of())))
        .hasMessageContaining("Diagnoser 'ollama' needs a model");
  }

  private static void open(Map<String, String> settings) {
    new OpenAiProvider(name -> "key").open(Settings.of(settings)).close();
  }
}
