package io.chaoschapters.diagnosis.llm;

import io.chaoschapters.diagnosis.Diagnosers;
import io.chaoschapters.settings.AiSettings;
import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.settings.Setting;
import io.chaoschapters.settings.SettingValue;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.text.RootLocale;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the settings say about one diagnoser of a run that may have several.
 *
 * <p>Its own setting ({@code ai.openai.model}) goes first. The one for all ({@code ai.model}) is
 * meant for the first diagnoser of {@code ai} that can take it: a path of a GGUF file, or anything
 * when there is no other to take it, for {@code llamacpp}, any other name for the first that is
 * served elsewhere.
 */
final class ProviderSettings {
  static final String LLAMACPP = "llamacpp";
  private static final List<String> SERVED_ELSEWHERE =
      List.of("anthropic", "openai", "gemini", "ollama");

  private final String diagnoser;
  private final Settings settings;

  ProviderSettings(String diagnoser, Settings settings) {
    this.diagnoser = diagnoser;
    this.settings = settings;
  }

  /** The model's name or file; empty when none is named. */
  String model() {
    String own = settings.text(AiSettings.ofDiagnoser(AiSettings.MODEL, diagnoser));
    String forAll = settings.text(AiSettings.MODEL);
    boolean meant =
        diagnoser.equals(LLAMACPP)
            ? isFile(forAll) || servedElsewhere().findAny().isEmpty()
            : !isFile(forAll) && isFirst();
    return own.isEmpty() && meant ? forAll : own;
  }

  /** The server's address; empty when none is named. */
  String url() {
    String own = settings.text(AiSettings.ofDiagnoser(AiSettings.URL, diagnoser));
    return own.isEmpty() && isFirst() ? settings.text(AiSettings.URL) : own;
  }

  /** The sampling temperature, or what holds when none is set. */
  double temperature(double otherwise) {
    return temperatureIsSet() ? number(AiSettings.TEMPERATURE) : otherwise;
  }

  boolean temperatureIsSet() {
    return !settings.text(AiSettings.TEMPERATURE).isEmpty();
  }

  /** How many tokens an answer may have, or what holds when it is not set. */
  int answerTokens(int otherwise) {
    boolean isSet = !settings.text(AiSettings.ANSWER_TOKENS).isEmpty();
    return isSet ? settings.count(AiSettings.ANSWER_TOKENS) : otherwise;
  }

  Settings settings() {
    return settings;
  }

  /** The setting that says what tokens cost; empty when none does. */
  SettingValue price() {
    SettingValue own = settings.value(AiSettings.ofDiagnoser(AiSettings.PRICE, diagnoser));
    SettingValue forAll = settings.value(AiSettings.PRICE);
    return own.value().isEmpty() && isFirst() ? forAll : own;
  }

  ChatDiagnoser.Limits limits() {
    return new ChatDiagnoser.Limits(
        settings.milliseconds(AiSettings.TIMEOUT), java.time.Duration.ofSeconds(1));
  }

  /** Whether a value is a file rather than a name: models are named with a colon at most. */
  private static boolean isFile(String model) {
    return model.endsWith(".gguf");
  }

  private boolean isFirst() {
    return servedElsewhere().findFirst().map(diagnoser::equals).orElse(true);
  }

  private Stream<String> servedElsewhere() {
    return Diagnosers.asked(settings).stream().filter(SERVED_ELSEWHERE::contains);
  }

  private double number(Setting setting) {
    String text = settings.text(setting);
    if (!text.matches("\\d(\\.\\d{1,3})?")) {
      throw new InvalidSettingException(
          RootLocale.format(
              "Setting '%s' must be a number from 0 to 2, but is '%s' (from %s).",
              setting.name(), text, settings.value(setting).origin()));
    }
    return Double.parseDouble(text);
  }
}
