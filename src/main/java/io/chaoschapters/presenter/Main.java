package io.chaoschapters.presenter;

import io.chaoschapters.check.SettingNames;
import io.chaoschapters.presenter.create.NewProject;
import io.chaoschapters.presenter.diagnose.DiagnoseAgain;
import io.chaoschapters.presenter.live.LiveShow;
import io.chaoschapters.presenter.mode.Sentence;
import io.chaoschapters.presenter.mode.ShowFailedException;
import io.chaoschapters.report.baseline.BaselineException;
import io.chaoschapters.runtime.logs.LibraryLogs;
import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.subject.installed.InvalidSubjectException;
import io.chaoschapters.subject.installed.UnknownSubjectException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** What {@code mvn exec:java} runs. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Main {
  private Main() {}

  /**
   * Does what the setting {@code mode} says. Takes no arguments: everything is a setting. Ends the
   * JVM with an exit code other than 0 and one sentence on the error stream when that did not go
   * well.
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    long began = System.nanoTime();
    LibraryLogs.install();
    int code = run(Settings.ofProcess(), System.out, System.err, began);
    if (code != 0) {
      // Thrown instead, an exception would come with Maven's own page of advice.
      System.exit(code);
    }
  }

  static int run(Settings settings, PrintStream out, PrintStream err, long beganNanos)
      throws IOException, InterruptedException {
    try {
      SettingNames.requireShortOnesToo();
      run(settings, out, beganNanos);
      return 0;
    } catch (ShowFailedException e) {
      err.println(Sentence.of(e));
      return e.exitCode();
    } catch (InvalidSettingException
        | BaselineException
        | InvalidSubjectException
        | UnknownSubjectException
        | ExtensionConfigurationException
        | UncheckedIOException e) {
      err.println(Sentence.of(e));
      return 1;
    }
  }

  private static void run(Settings settings, PrintStream out, long beganNanos)
      throws IOException, InterruptedException {
    switch (settings.text(KnownSettings.MODE)) {
      case "help" -> SettingsPage.print(settings, out);
      case "picture" -> Picture.save(settings, out);
      case "doctor" -> DoctorMode.clean(settings, out);
      case "list" -> Listing.print(settings, out);
      case "check" -> CheckMode.run(settings, out);
      case "new" -> NewProject.make(settings, out);
      case "replay" -> Replay.play(settings, out);
      case "diagnose" -> DiagnoseAgain.run(settings, out);
      case "serve" -> DiagnoseAgain.serve(settings, out);
      case "course" -> TrialCourse.write(settings, out);
      default -> new LiveShow(settings, out, beganNanos).run();
    }
  }
}
