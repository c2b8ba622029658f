package io.chaoschapters.subjects.tikv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Keeps what TiKV's client and the gRPC in it have to say in a file of the run: while a store is
 * away that is hundreds of lines a second, in the middle of a show.
 */
final class ClientLog implements AutoCloseable {
  static final String FILE = "tikv-client.log";

  /** The client logs to SLF4J, which has no files; what its calls came to is written here. */
  private static final String SLF4J_SIMPLE = "org.slf4j.simpleLogger.log.org.tikv";

  private static final String GRPC = "org.tikv.shade";
  private static final int MOST_BYTES = 32 << 20;

  /** Held here, because java.util.logging forgets what is set on loggers that nobody holds. */
  private final Logger grpc = Logger.getLogger(GRPC);

  private final Logger calls = Logger.getLogger("org.tikv.calls");
  private final FileHandler file;

  private ClientLog(FileHandler file) {
    this.file = file;
    file.setFormatter(new SimpleFormatter());
    for (Logger logger : new Logger[] {grpc, calls}) {
      logger.setUseParentHandlers(false);
      logger.addHandler(file);
    }
  }

  /** Begins a file; it must be open before any class of the client is loaded. */
  static ClientLog in(Path folder) {
    if (System.getProperty(SLF4J_SIMPLE) == null) {
      System.setProperty(SLF4J_SIMPLE, "off");
    }
    try {
      String pattern = folder.resolve(FILE).toString().replace("%", "%%");
      return new ClientLog(new FileHandler(pattern, MOST_BYTES, 1, true));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write %s. Is there free space left?".formatted(folder.resolve(FILE)), e);
    }
  }

  /** A call was not answered as it should have been. */
  void failed(String what, Throwable failure) {
    calls.log(Level.WARNING, what + " failed", failure);
  }

  @Override
  public void close() {
    for (Logger logger : new Logger[] {grpc, calls}) {
      logger.removeHandler(file);
    }
    file.close();
  }
}
