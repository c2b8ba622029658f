package io.chaoschapters.session;

import io.chaoschapters.report.HtmlReport;
import io.chaoschapters.report.RunMarkdown;
import io.chaoschapters.report.StepSummary;
import io.chaoschapters.run.RunState;
import io.chaoschapters.run.RunSummary;
import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.stage.frame.Theme;
import io.chaoschapters.stage.recording.RunRecording;
import io.chaoschapters.stage.text.Symbols;
import org.apiguardian.api.API;

/**
 * The pages that are made from a run's journal when it is over. One that cannot be written takes
 * nothing from what the run found out.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class RunPages {
  private RunPages() {}

  public static void report(Environment environment) {
    try {
      HtmlReport.write(environment.folder().path());
    } catch (RuntimeException e) {
      missing(environment, "report.html", e);
    }
  }

  /** When it is asked for; not at the JVM's exit, which has no time to draw a whole run. */
  public static void recording(Environment environment, boolean exiting) {
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

  /** Trials have no chapters; they tell what they come to themselves. */
  public static void stepSummary(Environment environment) {
    RunSummary run = environment.summary(RunState.ENDED);
    if (!run.chapters().isEmpty()) {
      StepSummary.append(
          System.getenv(), run.title(), RunMarkdown.lines(run), environment.journal()::note);
    }
  }

  private static void missing(Environment environment, String page, RuntimeException why) {
    environment.journal().note("No " + page + ": " + why);
  }
}
