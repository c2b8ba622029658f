package io.chaoschapters.presenter;

import io.chaoschapters.presenter.mode.ShowFailedException;
import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.stage.recording.Cast;
import io.chaoschapters.stage.recording.CastPlayer;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.ExitHook;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Plays a recording; what is on the screen says REPLAY all the time. */
final class Replay {
  private static final double LONGEST_PAUSE_SECONDS = 5;
  private static final int LAST_FRAME_SECONDS = 2;

  private Replay() {}

  static void play(Settings settings, PrintStream out) throws IOException, InterruptedException {
    String name = settings.text(KnownSettings.SHOW);
    Path file = Path.of(name);
    if (name.isEmpty() || !Files.isRegularFile(file)) {
      throw new ShowFailedException(
          RootLocale.format(
              "No recording '%s'. Use -Dmode=replay -Dshow=<path of a show.cast>, such as target/chapters/<subject>/latest/show.cast.",
              name));
    }
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    // Ctrl-C is how a replay is left; the screen is given back then, too.
    ExitHook hook =
        new ExitHook(
                "chapters-live-exit",
                () -> {
                  stop.countDown();
                  stopped.await(LAST_FRAME_SECONDS, TimeUnit.SECONDS);
                })
            .set();
    try {
      new CastPlayer(out, 1, LONGEST_PAUSE_SECONDS).play(Cast.read(file), stop);
    } catch (IllegalArgumentException e) {
      throw new ShowFailedException(Failure.words(e));
    } finally {
      stopped.countDown();
      hook.remove();
    }
  }
}
