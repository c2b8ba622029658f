package io.chaoschapters.runtime.logs;

import io.chaoschapters.runtime.LogLine;
import io.chaoschapters.waiting.DaemonThreads;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apiguardian.api.API;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the newest lines of a component in memory and the first many in a file. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ComponentLog {
  public static final int LINES = 3_000;
  public static final long FILE_CHARACTERS = 32L * 1024 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(ComponentLog.class);

  private final String component;
  private final Path file;
  private final long fileLimit;
  private final Deque<LogLine> ring = new ArrayDeque<>();
  private long written;

  public ComponentLog(String component, Path file) {
    this(component, file, FILE_CHARACTERS);
  }

  public ComponentLog(String component, Path file, long fileLimit) {
    this.component = component;
    this.file = file;
    this.fileLimit = fileLimit;
  }

  public Path file() {
    return file;
  }

  public synchronized List<LogLine> since(Instant since) {
    return ring.stream().filter(line -> !line.at().isBefore(since)).toList();
  }

  /** The newest lines, oldest first. */
  public synchronized List<String> last(int count) {
    List<String> texts = new ArrayList<>(ring.stream().map(LogLine::text).toList());
    return texts.subList(Math.max(0, texts.size() - count), texts.size());
  }

  /** Reads what a process prints in a thread of its own, until the process closes its end. */
  public Thread read(InputStream printed) {
    Thread reader = DaemonThreads.thread("log-" + component, () -> readAll(printed));
    reader.start();
    return reader;
  }

  private void readAll(InputStream printed) {
    try (Reader in = new InputStreamReader(printed, StandardCharsets.UTF_8)) {
      StringBuilder line = new StringBuilder();
      char[] buffer = new char[8192];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
          if (buffer[i] == '\n') {
            lines.append(keep(line));
          } else if (line.length() < LogLine.MAX_LENGTH && buffer[i] != '\r') {
            line.append(buffer[i]); // the rest of an endless line is dropped
          }
        }
        append(lines);
      }
      if (line.length() > 0) {
        append(keep(line));
      }
    } catch (IOException e) {
      LOG.debug("The log of {} ended.", component, e);
    }
  }

  private synchronized String keep(StringBuilder line) {
    String text = line.toString();
    line.setLength(0);
    ring.addLast(new LogLine(Instant.now(), component, text));
    if (ring.size() > LINES) {
      ring.removeFirst();
    }
    return text + "\n";
  }

  private synchronized void append(CharSequence lines) {
    if (lines.length() == 0 || written > fileLimit) {
      return;
    }
    written += lines.length();
    try (Writer out =
        Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      out.append(lines);
      if (written > fileLimit) {
        out.append("(this file is full; later lines are not written)\n");
      }
    } catch (IOException e) {
      written = Long.MAX_VALUE; // a full disk must not fill the log of the run as well
      LOG.warn("The log of {} can no longer be written to {}: {}", component, file, e.toString());
    }
  }
}
