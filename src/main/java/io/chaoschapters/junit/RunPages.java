package io.chaoschapters.junit;

import io.chaoschapters.report.HtmlReport;
import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.stage.frame.Theme;
import io.chaoschapters.stage.recording.RunRecording;
import io.chaoschapters.stage.text.Symbols;

/**
 * The pages that are made from a run's journal when it is over. One that cannot be written takes
 * nothing from what the run found out.
 */
final class RunPages {
  private RunPages() {}

  static void report(Environment environment) {
    try {
      HtmlReport.write(environment.folder().path());
    } catch (RuntimeException e) {
      missing(environment, "report.html", e);
    }
  }

  /** When it is asked for; not at the JVM's exit, which has no time to draw a whole run. */
  static void recording(Environment environment, boolean exiting) {
    Settings settings = environment.settings();
    if (exiting || !settings.isOn(KnownSettings.RECORD)) {
      return;
    }
    String theme = settings.text(KnownSettings.THEME);
    try {
      RunRecording.write(
          environment.folder().path(), Theme.of(theme, Symbols.UNICODE, System.getenv()));
    } catch (RuntimeException e) {
      missing(environment, "show.cast", e);
    }
  }

  private static void missing(Environment environment, String page, RuntimeException why) {
    environment.journal().note("No " + page + ": " + why);
  }
}
