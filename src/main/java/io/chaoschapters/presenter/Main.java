package io.chaoschapters.presenter;

import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.subject.UnknownSubjectException;
import java.io.IOException;
import java.io.PrintStream;
import org.apiguardian.api.API;

/** What {@code mvn exec:java} runs. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Main {
  private static final String DEFAULT_SUBJECT_HINT =
      "Use -Dsubject=<id>, or -Dmode=list to see what there is.";

  private Main() {}

  /**
   * Does what the setting {@code mode} says. Takes no arguments: everything is a setting.
   *
   * @throws ShowFailedException for exit code 1, with one sentence
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Settings settings = Settings.ofProcess();
    PrintStream out = System.out;
    try {
      run(settings, out);
    } catch (InvalidSettingException | UnknownSubjectException e) {
      throw new ShowFailedException(e.getMessage() + " " + DEFAULT_SUBJECT_HINT);
    }
  }

  private static void run(Settings settings, PrintStream out)
      throws IOException, InterruptedException {
    switch (settings.text(KnownSettings.MODE)) {
      case "help" -> SettingsPage.print(settings, out);
      case "picture" -> Picture.save(settings, out);
      case "list" -> Listing.print(out);
      case "replay" -> Replay.play(settings, out);
      default -> new LiveShow(settings, out).run();
    }
  }
}
