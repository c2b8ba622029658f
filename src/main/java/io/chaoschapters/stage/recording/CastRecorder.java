package io.chaoschapters.stage.recording;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.chaoschapters.run.ChapterEvent;
import io.chaoschapters.run.JournalEntry;
import io.chaoschapters.run.view.RunListener;
import io.chaoschapters.run.view.RunView;
import io.chaoschapters.stage.text.StageText;
import io.chaoschapters.text.RootLocale;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.apiguardian.api.API;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what is shown on a terminal as an asciicast, version 2, with a marker for each chapter.
 *
 * <p>The format is described at {@code docs.asciinema.org/manual/asciicast/v2}. A recording that
 * cannot be written, such as on a full disk, ends; the show continues.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class CastRecorder implements RunListener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CastRecorder.class);
  private static final double NANOS = 1e9;
  private static final double MICROS = 1e6;

  private final Utf8Pieces decoder = new Utf8Pieces();
  private final Path path;
  private final String title;
  private final Instant at;
  private final LongSupplier nanoTime;
  private final Writer out;
  private long startNanos;
  private final AtomicBoolean paused = new AtomicBoolean();
  private boolean started;
  private boolean ended;

  /**
   * Begins a new file; what is written to it before {@link #start} is left out.
   *
   * @param at when the show began
   * @param nanoTime a clock that does not go back
   */
  public CastRecorder(Path path, String title, Instant at, LongSupplier nanoTime) {
    this.path = path;
    this.title = title;
    this.at = at;
    this.nanoTime = nanoTime;
    try {
      this.out = new BufferedWriter(Files.newBufferedWriter(path, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write the recording " + path + ". Is there free space, and may it be written?",
          e);
    }
  }

  /** Writes the head; the recording's time begins here. */
  public synchronized void start(int columns, int rows) {
    if (started) {
      return;
    }
    started = true;
    startNanos = nanoTime.getAsLong();
    line(
        RootLocale.format(
            "{\"version\":2,\"width\":%d,\"height\":%d,\"timestamp\":%d,\"title\":%s,\"env\":{\"TERM\":\"xterm-256color\"}}",
            columns, rows, at.getEpochSecond(), quoted(title)));
  }

  /** The terminal has another size now. */
  public synchronized void resized(int columns, int rows) {
    event("r", columns + "x" + rows);
  }

  /** Writes something that shows nothing new. */
  @FunctionalInterface
  public interface Rewriting {
    void run() throws IOException;
  }

  /** Leaves out what this writes, and flushes, to the terminal. */
  public void pauseWhile(Rewriting rewriting) throws IOException {
    paused.set(true);
    try {
      rewriting.run();
    } finally {
      paused.set(false);
    }
  }

  /** Something was written to the terminal. */
  public synchronized void written(byte[] bytes, int offset, int length) {
    if (paused.get()) {
      return;
    }
    String text = decoder.decode(bytes, offset, length);
    if (!text.isEmpty()) {
      event("o", text);
    }
  }

  /** Marks a place that a viewer can go to. */
  public synchronized void mark(String label) {
    event("m", label);
  }

  @Override
  public void on(JournalEntry entry, RunView after) {
    // A chapter is announced once more when it begins.
    if (entry.event() instanceof ChapterEvent.Scheduled scheduled
        && after.current().times().announced() == entry.elapsed()) {
      mark(StageText.cleanLine(scheduled.title()));
    }
  }

  /** A stream that writes to another and records what it wrote. */
  public OutputStream tee(OutputStream to) {
    return new Tee(to, this);
  }

  /** The file. */
  public Path path() {
    return path;
  }

  private void event(String kind, String data) {
    if (started) {
      double seconds = (nanoTime.getAsLong() - startNanos) / NANOS;
      line("[" + Math.round(seconds * MICROS) / MICROS + ",\"" + kind + "\"," + quoted(data) + "]");
    }
  }

  /** Written without an object mapper: loading one takes longer than the first frame may take. */
  private static String quoted(String text) {
    return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }

  private void line(String json) {
    if (ended) {
      return;
    }
    try {
      out.write(json);
      out.write('\n');
      out.flush();
    } catch (IOException e) {
      ended = true;
      LOG.warn("The recording {} ends here: {}", path, e.toString());
    }
  }

  @Override
  public synchronized void close() {
    ended = true;
    try {
      out.close();
    } catch (IOException e) {
      LOG.warn("The recording {} may lack its end: {}", path, e.toString());
    }
  }
}
