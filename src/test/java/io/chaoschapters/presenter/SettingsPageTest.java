package io.chaoschapters.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.settings.SettingValue;
import io.chaoschapters.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SettingsPageTest {
  @Test
  void page_tellsEverySettingItsValueItsOriginAndHowToSetIt() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SettingsPage.print(Settings.ofProcess(), new PrintStream(bytes, true, StandardCharsets.UTF_8));
    String page = bytes.toString(StandardCharsets.UTF_8);

    for (SettingValue value : Settings.ofProcess().all()) {
      assertThat(page)
          .contains(
              value.setting().name() + "  " + value.setting().description(),
              "-D" + value.setting().systemProperty(),
              value.setting().environmentVariable());
    }
    assertThat(page).contains("now:   live (default)", "one of dark, light");
  }
}
