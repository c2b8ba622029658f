package io.chaoschapters.subjects.tikv.service;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Writes a log as TiKV and PD do: to standard error, in the unified log format, and where an event
 * is one of theirs, in their words.
 *
 * @see <a href="https://github.com/tikv/rfcs/blob/master/text/0018-unified-log-format.md">unified
 *     log format</a>
 */
public final class ServerLog {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss.SSS xxx", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** Anything else must be quoted. */
  private static final Pattern PLAIN = Pattern.compile("[^\\s\"=\\[\\]\\p{Cntrl}]+");

  private final PrintStream out;
  private final Clock clock;

  /** Logs to standard error. */
  public ServerLog() {
    this(new PrintStream(System.err, true, StandardCharsets.UTF_8), Clock.systemUTC());
  }

  /** Logs elsewhere. */
  public ServerLog(PrintStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  /**
   * Logs what is as it should be.
   *
   * @param source the part of the program, such as {@code raft_client}
   * @param fields names and values in turn
   */
  public void info(String source, String message, Object... fields) {
    write("INFO", source, message, fields);
  }

  /** Logs what somebody should look at. */
  public void warn(String source, String message, Object... fields) {
    write("WARN", source, message, fields);
  }

  /** Logs a failure. */
  public void error(String source, String message, Object... fields) {
    write("ERROR", source, message, fields);
  }

  /** Logs why the program ends. */
  public void fatal(String source, String message, Object... fields) {
    write("FATAL", source, message, fields);
  }

  private void write(String level, String source, String message, Object... fields) {
    StringBuilder line = new StringBuilder(160);
    line.append('[').append(TIME.format(clock.instant())).append("] [").append(level);
    line.append("] [").append(source).append("] [").append(quoted(message)).append(']');
    for (int i = 0; i + 1 < fields.length; i += 2) {
      line.append(" [").append(quoted(fields[i])).append('=').append(quoted(fields[i + 1]));
      line.append(']');
    }
    out.println(line);
  }

  private static String quoted(Object value) {
    String text = String.valueOf(value);
    if (PLAIN.matcher(text).matches()) {
      return text;
    }
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
