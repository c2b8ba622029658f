package io.chaoschapters.presenter;

import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.stage.recording.Cast;
import io.chaoschapters.stage.recording.CastPlayer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Plays a recording; what is on the screen says REPLAY all the time. */
final class Replay {
  private static final double LONGEST_PAUSE_SECONDS = 5;

  private Replay() {}

  static void play(Settings settings, PrintStream out) throws IOException, InterruptedException {
    String name = settings.text(KnownSettings.SHOW);
    Path file = Path.of(name);
    if (name.isEmpty() || !Files.isRegularFile(file)) {
      throw new ShowFailedException(
          "No recording '%s'. Use -Dmode=replay -Dshow=<path of a show.cast>, such as target/chapters/<subject>/latest/show.cast."
              .formatted(name));
    }
    try {
      new CastPlayer(out, 1, LONGEST_PAUSE_SECONDS).play(Cast.read(file), new CountDownLatch(1));
    } catch (IllegalArgumentException e) {
      throw new ShowFailedException(String.valueOf(e.getMessage()));
    }
  }
}
