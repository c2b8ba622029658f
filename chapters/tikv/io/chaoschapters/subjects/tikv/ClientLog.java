package io.chaoschapters.subjects.tikv;

import io.chaoschapters.runtime.logs.LibraryLogs;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Keeps what TiKV's client and the gRPC in it have to say in a file of the run: while a store is
 * away that is hundreds of lines a second, in the middle of a show.
 */
final class ClientLog implements AutoCloseable {
  static final String FILE = "tikv-client.log";

  /** Both log below it: the client to SLF4J and its gRPC to java.util.logging. */
  private static final String CLIENT = "org.tikv";

  /** Where slf4j-simple was there first, the client can only be told to be quiet. */
  private static final String SLF4J_SIMPLE = "org.slf4j.simpleLogger.log." + CLIENT;

  private static final int MOST_BYTES = 32 << 20;

  private final Logger client = LibraryLogs.claim(CLIENT);
  private final FileHandler file;

  private ClientLog(FileHandler file) {
    this.file = file;
    file.setFormatter(new Line());
    client.addHandler(file);
  }

  /** Begins a file; it must be open before any class of the client is loaded. */
  static ClientLog in(Path folder) {
    if (System.getProperty(SLF4J_SIMPLE) == null) {
      System.setProperty(SLF4J_SIMPLE, "off");
    }
    try {
      String pattern = folder.resolve(FILE).toString().replace("%", "%%");
      FileHandler file = new FileHandler(pattern, MOST_BYTES, 1, true);
      file.setEncoding(StandardCharsets.UTF_8.name());
      return new ClientLog(file);
    } catch (IOException e) {
      throw new UncheckedIOException(
          RootLocale.format("Cannot write %s. Is there free space left?", folder.resolve(FILE)), e);
    }
  }

  /** The JDK's own would take the machine's language and time zone, and two lines. */
  private static final class Line extends Formatter {
    @Override
    public String format(LogRecord line) {
      StringWriter text = new StringWriter();
      try (PrintWriter out = new PrintWriter(text)) {
        out.printf(
            Locale.ROOT,
            "%s %s %s - %s%n",
            line.getInstant(),
            line.getLevel().getName(),
            line.getLoggerName(),
            formatMessage(line));
        if (line.getThrown() != null) {
          line.getThrown().printStackTrace(out);
        }
      }
      return text.toString();
    }
  }

  /** A call was not answered as it should have been. */
  void failed(String what, Throwable failure) {
    client.log(Level.WARNING, what + " failed", failure);
  }

  @Override
  public void close() {
    client.removeHandler(file);
    file.close();
  }
}
