package io.chaoschapters.stage.terminal;

import io.chaoschapters.run.JournalEntry;
import io.chaoschapters.run.PresenterAction;
import io.chaoschapters.run.Script;
import io.chaoschapters.run.view.RunProjection;
import io.chaoschapters.stage.Shows;
import io.chaoschapters.stage.frame.Palette;
import io.chaoschapters.stage.frame.Theme;
import io.chaoschapters.stage.recording.CastRecorder;
import io.chaoschapters.stage.text.Symbols;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Plays the made-up show on the terminal, from second 18 on, for people who want to look at it.
 * Ends when the presenter quits.
 */
public final class StageDemo {
  private StageDemo() {}

  /**
   * Arguments: a folder to leave things in, a palette, and {@code rest} to stop before the fault.
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    CountDownLatch quit = new CountDownLatch(1);
    Path cast = folder.resolve("show.cast");
    Theme theme = new Theme(Palette.of(arguments[1]), Symbols.UNICODE);
    try (CastRecorder recorder =
        new CastRecorder(cast, "The shop", Instant.now(), System::nanoTime)) {
      TerminalAttempt opening =
          TerminalStage.open(
              new StageOptions(theme, folder, recorder, System::nanoTime),
              System.getenv(),
              command -> {
                if (command.is(PresenterAction.QUIT) || command.is(PresenterAction.QUIT_NOW)) {
                  quit.countDown();
                }
                return Optional.empty();
              });
      if (opening.stage().isEmpty()) {
        System.out.println(opening.reason());
        return;
      }
      try (TerminalStage stage = opening.stage().get()) {
        Script script = arguments.length > 2 ? Shows.normal() : Shows.recovering();
        play(script, stage, recorder, quit);
      }
    }
  }

  private static void play(
      Script script, TerminalStage stage, CastRecorder recorder, CountDownLatch quit)
      throws InterruptedException {
    long start = System.nanoTime();
    RunProjection projection =
        new RunProjection(
            (entry, after) -> {
              recorder.on(entry, after);
              stage.on(entry, after);
            });
    for (JournalEntry entry : script.entries()) {
      double wait = Math.max(0, entry.elapsed() - 18) - (System.nanoTime() - start) / 1e9;
      if (quit.await(Math.round(Math.max(0, wait) * 1000), TimeUnit.MILLISECONDS)) {
        return;
      }
      projection.on(entry);
    }
    quit.await();
  }
}
