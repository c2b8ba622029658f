package io.chaoschapters.presenter;

import io.chaoschapters.settings.Setting;
import io.chaoschapters.settings.SettingValue;
import io.chaoschapters.settings.Settings;
import java.io.PrintStream;
import java.util.Locale;

/** Prints every setting, its present value and where that came from. */
final class SettingsPage {
  private SettingsPage() {}

  static void print(Settings settings, PrintStream out) {
    out.println("Every setting: -D<short name>, -Dchapters.<name>, or the environment variable.");
    for (SettingValue value : settings.all()) {
      Setting setting = value.setting();
      out.println();
      out.printf(Locale.ROOT, "%s  %s%n", setting.name(), setting.description());
      out.printf(
          Locale.ROOT,
          "    now:   %s (%s)%n",
          value.value().isEmpty() ? "not set" : value.value(),
          value.origin());
      if (!setting.oneOf().isEmpty()) {
        out.printf(Locale.ROOT, "    one of %s%n", String.join(", ", setting.oneOf()));
      }
      out.printf(
          Locale.ROOT,
          "    set:   %s%s or %s%n",
          setting.alias() == null ? "" : "-D" + setting.alias() + ", ",
          "-D" + setting.systemProperty(),
          setting.environmentVariable());
    }
    out.flush();
  }
}
