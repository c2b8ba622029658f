package io.chaoschapters.presenter;

import io.chaoschapters.settings.Setting;
import io.chaoschapters.settings.SettingValue;
import io.chaoschapters.settings.Settings;
import java.io.PrintStream;

/** Prints every setting, its present value and where that came from. */
final class SettingsPage {
  private SettingsPage() {}

  static void print(Settings settings, PrintStream out) {
    out.println("Every setting: -D<short name>, -Dchapters.<name>, or the environment variable.");
    for (SettingValue value : settings.all()) {
      Setting setting = value.setting();
      out.println();
      out.printf("%s  %s%n", setting.name(), setting.description());
      out.printf(
          "    now:   %s (%s)%n",
          value.value().isEmpty() ? "not set" : value.value(), value.origin());
      if (!setting.oneOf().isEmpty()) {
        out.printf("    one of %s%n", String.join(", ", setting.oneOf()));
      }
      out.printf(
          "    set:   %s%s or %s%n",
          setting.alias() == null ? "" : "-D" + setting.alias() + ", ",
          "-D" + setting.systemProperty(),
          setting.environmentVariable());
    }
    out.flush();
  }
}
