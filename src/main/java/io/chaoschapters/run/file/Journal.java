package io.chaoschapters.run.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.chaoschapters.run.JournalEntry;
import io.chaoschapters.run.Observed;
import io.chaoschapters.run.RunEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The append-only record of a run: one JSON object a line, written as things happen.
 *
 * <p>Each line is written whole and at once, so that a run that is cut off leaves a file that can
 * be read up to its last whole line. Listeners hear entries in the order of the file. An
 * interrupted thread can write, too.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Journal implements AutoCloseable {
  private final List<JournalListener> listeners = new CopyOnWriteArrayList<>();
  private final LineFile file;
  private final Path path;
  private final Clock clock;
  private final BooleanSupplier scarce;
  private final long startNanos;
  private long sequence;
  private boolean closed;
  private @Nullable String chapter;

  private Journal(Path path, LineFile file, Clock clock, BooleanSupplier scarce, long startNanos) {
    this.path = path;
    this.file = file;
    this.clock = clock;
    this.scarce = scarce;
    this.startNanos = startNanos;
  }

  /** Begins a journal in a new file, of a run that begins now. */
  public static Journal create(Path path, Clock clock) {
    return create(path, clock, () -> {}, () -> false, System.nanoTime());
  }

  /**
   * Begins a journal in a new file, with room kept for its end: what is left of it when the disk is
   * full is for what happens, and observations, which come all the time, are not written any more.
   *
   * @param reserve is given up when a line could not be written, before it is tried again
   * @param startNanos when the run began, by {@code System.nanoTime()}
   */
  public static Journal create(Path path, Clock clock, DiskReserve reserve, long startNanos) {
    return create(path, clock, reserve::spend, reserve::isSpent, startNanos);
  }

  private static Journal create(
      Path path, Clock clock, Runnable makeRoom, BooleanSupplier scarce, long startNanos) {
    try {
      Files.createFile(path);
      return new Journal(path, LineFile.open(path, 0, makeRoom), clock, scarce, startNanos);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write the journal " + path + ". Is there free space, and may it be written?", e);
    }
  }

  /** Adds a listener; it hears entries from now on. */
  public void listen(JournalListener listener) {
    listeners.add(listener);
  }

  /** Later events belong to this chapter; null for none. */
  public synchronized void enterChapter(@Nullable String name) {
    chapter = name;
  }

  /** Writes an event. */
  public synchronized JournalEntry append(RunEvent event) {
    return write(event, false);
  }

  /** Writes an event and returns only when it is on the disk: for intent before action. */
  public synchronized JournalEntry appendDurably(RunEvent event) {
    return write(event, true);
  }

  /** Writes a sentence for the log. */
  public void note(String text) {
    append(new RunEvent.Note(text));
  }

  private JournalEntry write(RunEvent event, boolean durably) {
    JournalEntry entry =
        new JournalEntry(
            ++sequence, clock.instant(), (System.nanoTime() - startNanos) / 1e9, chapter, event);
    if (!closed && !(event instanceof Observed && scarce.getAsBoolean())) {
      writeLine(entry, durably);
    }
    listeners.forEach(listener -> listener.on(entry));
    return entry;
  }

  private void writeLine(JournalEntry entry, boolean durably) {
    try {
      file.append(JournalFormat.write(entry), durably);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Event " + entry.type() + " cannot be written as JSON", e);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write to the journal " + path + ". Is there free space left?", e);
    }
  }

  /** Closes the file; later events reach listeners only. */
  @Override
  public synchronized void close() {
    closed = true;
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close the journal " + path, e);
    }
  }
}
