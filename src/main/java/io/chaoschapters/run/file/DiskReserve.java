package io.chaoschapters.run.file;

import io.chaoschapters.runtime.guard.LastWords;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.apiguardian.api.API;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Room on the disk that a run keeps from its beginning, so that it can still say what happened when
 * the disk is full.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class DiskReserve implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DiskReserve.class);
  private static final String NAME = "reserve";

  /** Some two minutes of a journal, and the summary. */
  private static final int BYTES = 512 * 1024;

  private final Path file;
  private volatile boolean spent;

  private DiskReserve(Path file) {
    this.file = file;
  }

  /**
   * Takes it.
   *
   * @param run the folder of the run
   * @throws UncheckedIOException when there is too little room to begin a run
   */
  public static DiskReserve in(Path run) {
    try {
      Path file = LastWords.of(run).prepared(NAME);
      byte[] room = new byte[BYTES];
      new Random(BYTES).nextBytes(room); // zeros would take no room on some disks
      Files.write(file, room);
      return new DiskReserve(file);
    } catch (IOException e) {
      throw new UncheckedIOException(
          RootLocale.format(
              "There is too little room for a run in %s: %s. Free some disk space.",
              run, Failure.words(e)),
          e);
    }
  }

  /** Gives it up, because something could not be written. */
  public void spend() {
    spent = true;
    close();
  }

  /** Whether the disk was full. */
  public boolean isSpent() {
    return spent;
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("{} could not be removed", file, e);
    }
  }
}
