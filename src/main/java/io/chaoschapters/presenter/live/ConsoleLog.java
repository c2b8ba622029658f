package io.chaoschapters.presenter.live;

import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Keeps what is printed while the stage has the terminal, such as a library's warning: it would
 * tear the picture. It goes into a file, and the streams are put back in the end.
 */
final class ConsoleLog {
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final PrintStream kept;
  private final Path draft;

  private ConsoleLog(Path draft, PrintStream kept) {
    this.draft = draft;
    this.kept = kept;
  }

  /** Takes over the streams of this process; call {@link #end} on every path. */
  static ConsoleLog begin(Path folder) {
    Path draft = folder.resolve("console-" + ProcessHandle.current().pid() + ".log");
    try {
      Files.createDirectories(folder);
      PrintStream kept =
          new PrintStream(Files.newOutputStream(draft), true, StandardCharsets.UTF_8);
      ConsoleLog log = new ConsoleLog(draft, kept);
      System.setOut(kept);
      System.setErr(kept);
      return log;
    } catch (IOException e) {
      throw new UncheckedIOException(
          RootLocale.format("Cannot write %s. Is there free space, and may it be written?", draft),
          e);
    }
  }

  /** Puts the streams back and keeps the file with the run; an empty one is removed. */
  void end(String artifacts) {
    System.setOut(out);
    System.setErr(err);
    kept.close();
    try {
      if (Files.size(draft) == 0) {
        Files.delete(draft);
      } else if (!artifacts.isEmpty()) {
        Path log = Path.of(artifacts).resolve("console.log");
        Files.move(draft, log, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot keep " + draft, e);
    }
  }
}
