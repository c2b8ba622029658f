package io.chaoschapters.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The append-only record of a run: one JSON object a line, written as things happen.
 *
 * <p>Each line is written whole and at once, so that a run that is cut off leaves a file that can
 * be read up to its last whole line. Listeners hear events in the order of the file. An interrupted
 * thread can write, too.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Journal implements AutoCloseable {
  private final ObjectMapper json =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
  private final List<JournalListener> listeners = new CopyOnWriteArrayList<>();
  private final LineFile file;
  private final Path path;
  private final Clock clock;
  private final BooleanSupplier scarce;
  private final long startNanos = System.nanoTime();
  private long sequence;
  private boolean closed;
  private @Nullable String chapter;

  private Journal(Path path, LineFile file, Clock clock, BooleanSupplier scarce) {
    this.path = path;
    this.file = file;
    this.clock = clock;
    this.scarce = scarce;
  }

  /** Begins a journal in a new file. */
  public static Journal create(Path path, Clock clock) {
    return create(path, clock, () -> {}, () -> false);
  }

  /**
   * Begins a journal in a new file, with room kept for its end: what is left of it when the disk is
   * full is for what happens, and observations, which come all the time, are not written any more.
   *
   * @param reserve is given up when a line could not be written, before it is tried again
   */
  public static Journal create(Path path, Clock clock, DiskReserve reserve) {
    return create(path, clock, reserve::spend, reserve::isSpent);
  }

  private static Journal create(Path path, Clock clock, Runnable makeRoom, BooleanSupplier scarce) {
    try {
      Files.createFile(path);
      return new Journal(path, LineFile.open(path, 0, makeRoom), clock, scarce);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write the journal " + path + ". Is there free space, and may it be written?", e);
    }
  }

  /** Adds a listener; it hears events from now on. */
  public void listen(JournalListener listener) {
    listeners.add(listener);
  }

  /** Later events belong to this chapter; null for none. */
  public synchronized void enterChapter(@Nullable String name) {
    chapter = name;
  }

  /** Writes an event. */
  public synchronized JournalEvent append(EventType type, Map<String, ?> data) {
    return write(type, data, false);
  }

  /** Writes an event and returns only when it is on the disk: for intent before action. */
  public synchronized JournalEvent appendDurably(EventType type, Map<String, ?> data) {
    return write(type, data, true);
  }

  /** The file. */
  public Path path() {
    return path;
  }

  private JournalEvent write(EventType type, Map<String, ?> data, boolean durably) {
    JournalEvent event =
        new JournalEvent(
            ++sequence,
            clock.instant(),
            (System.nanoTime() - startNanos) / 1e9,
            type,
            chapter,
            new LinkedHashMap<>(data));
    if (!closed && !(type == EventType.OBSERVED && scarce.getAsBoolean())) {
      writeLine(event, durably);
    }
    listeners.forEach(listener -> listener.on(event));
    return event;
  }

  private void writeLine(JournalEvent event, boolean durably) {
    try {
      file.append(json.writeValueAsString(event), durably);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Event " + event.type() + " cannot be written as JSON", e);
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
