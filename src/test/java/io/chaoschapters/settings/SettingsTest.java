package io.chaoschapters.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private final Map<String, String> properties = new HashMap<>();
  private final Map<String, String> environment = new HashMap<>();
  private final Properties file = new Properties();
  private final Settings settings = new Settings(properties::get, environment, file);

  @Test
  void sources_answerInTheirOrder() {
    Setting subject = KnownSettings.SUBJECT;
    assertThat(settings.value(subject)).isEqualTo(new SettingValue(subject, "", "default"));
    file.setProperty("subject", "of-file");
    assertThat(settings.value(subject).origin()).isEqualTo("chaos-chapters.properties");
    environment.put("CHAPTERS_SUBJECT", "of-environment");
    assertThat(settings.value(subject).origin()).isEqualTo("CHAPTERS_SUBJECT");
    properties.put("subject", "of-alias");
    assertThat(settings.value(subject).origin()).isEqualTo("-Dsubject");
    properties.put("chapters.subject", " of-property ");
    assertThat(settings.value(subject))
        .isEqualTo(new SettingValue(subject, "of-property", "-Dchapters.subject"));
  }

  @Test
  void nameWithDotsAndHyphens_becomesAVariable() {
    Setting setting = new Setting("llm.base-url", null, "", "An address.", List.of());
    assertThat(setting.environmentVariable()).isEqualTo("CHAPTERS_LLM_BASE_URL");
    assertThat(setting.systemProperty()).isEqualTo("chapters.llm.base-url");
  }

  @Test
  void valueThatIsNotAllowed_isRefusedWithItsOriginAndTheOthers() {
    environment.put("CHAPTERS_THEME", "pink");
    assertThatThrownBy(() -> settings.text(KnownSettings.THEME))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "Setting 'theme' cannot be 'pink' (from CHAPTERS_THEME). It is one of: dark, light, colour-blind, monochrome.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "1s", "", "1.5", "99999999999999999999"})
  void noMilliseconds_areRefused(String text) {
    properties.put("chapters.poll", text);
    assertThatThrownBy(() -> settings.milliseconds(KnownSettings.POLL))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("is '" + text + "' (from -Dchapters.poll)");
  }

  @Test
  void milliseconds_areRead() {
    properties.put("chapters.poll", "250");
    assertThat(settings.milliseconds(KnownSettings.POLL)).isEqualTo(Duration.ofMillis(250));
  }

  @Test
  void all_listsEachSettingOnce_wrongOnesIncluded() {
    properties.put("runtime", "podman");
    assertThat(settings.all())
        .hasSameSizeAs(KnownSettings.ALL)
        .anySatisfy(value -> assertThat(value.value()).isEqualTo("podman"));
    assertThat(KnownSettings.ALL).extracting(Setting::name).doesNotHaveDuplicates();
    assertThat(KnownSettings.ALL).extracting(Setting::description).noneMatch(String::isBlank);
  }
}
