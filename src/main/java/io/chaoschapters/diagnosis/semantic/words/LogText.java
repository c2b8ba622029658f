package io.chaoschapters.diagnosis.semantic.words;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/** What a log line says, without what changes from line to line: times, ids, addresses, numbers. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class LogText {
  private static final Pattern MESSAGE = Pattern.compile("\"msg\":\\s*\"((?:[^\"\\\\]|\\\\.)*)\"?");
  private static final Pattern CAUSE =
      Pattern.compile(
          "\"(?:error|err|reason|alarm|cause|exception)\":\\s*\"((?:[^\"\\\\]|\\\\.)*)");
  private static final Pattern LEVEL =
      Pattern.compile(
          "^\\W*(?:WARN(?:ING)?|ERROR|SEVERE|FATAL|INFO|DEBUG|[EWIF]\\d{0,4})\\b\\W*",
          Pattern.CASE_INSENSITIVE);

  /** Thread, level and logger, as Java programs print them. */
  private static final Pattern LOGGER =
      Pattern.compile("^.{0,120}?\\b(?:WARN|ERROR|FATAL|INFO|DEBUG)\\s+\\S+\\s+-+\\s+");

  private static final Pattern FRAME = Pattern.compile("^\\s*at \\S+\\(.*\\)\\s*$");
  private static final Pattern NOISE =
      Pattern.compile(
          "https?://\\S+|\\b[0-9a-f]{8,}\\b|\\b\\d+(?:\\.\\d+){3}(?::\\d+)?|\\b\\d{1,2}:\\d\\d:\\d\\d[.,\\d]*");
  private static final Pattern DATE =
      Pattern.compile("^\\W*\\d{4}[-/]\\d\\d[-/]\\d\\d[T ][\\d:.,]*\\S*\\s*");
  private static final Pattern PACKAGE = Pattern.compile("\\b(?:[A-Za-z_]\\w*\\.){2,}(\\w+)");
  private static final Pattern NAME =
      Pattern.compile("(?<=[a-z]) [\\w.-]*[a-zA-Z/][\\w./-]*:[\\w.-]*\\d[\\w.-]*");
  private static final Pattern NUMBERED =
      Pattern.compile("\"[^\"]{0,6}\"|\\S*\\d\\S*?(?=[:;,]?(?:\\s|$))");
  private static final Pattern LABEL =
      Pattern.compile(
          "\\b(?:UTC|GMT|WARNING|ERROR|FATAL|INFO|ALERT|DEBUG|LOG|HINT|DETAIL|STATEMENT|CONTEXT|NOTICE)\\b");
  private static final Pattern EDGES =
      Pattern.compile("^[\\s\\-:|#\\[\\]()]+|[\\s\\-:|#\\[\\]()]+$");

  private LogText() {}

  /** The words of a line; empty when it holds none. */
  public static String of(String line, Collection<String> ids) {
    if (FRAME.matcher(line).matches()) {
      return "";
    }
    String text = message(line);
    text = LOGGER.matcher(text).replaceFirst("");
    text = DATE.matcher(text).replaceFirst("");
    text = LEVEL.matcher(text).replaceFirst("");
    text = NOISE.matcher(text).replaceAll("");
    text = PACKAGE.matcher(text).replaceAll("$1");
    for (String id : ids) {
      text = text.replaceAll("\\b" + Pattern.quote(id) + "\\b", "");
    }
    // A name in the middle keeps its place, or words would meet that the line does not put
    // together.
    text = NAME.matcher(text).replaceAll(" it");
    text = NUMBERED.matcher(text).replaceAll(" ");
    text = LABEL.matcher(text).replaceAll("");
    return EDGES.matcher(text.replaceAll("\\s+", " ")).replaceAll("");
  }

  /** Of a line in JSON, its message and the cause. */
  private static String message(String line) {
    Matcher message = MESSAGE.matcher(line);
    if (!message.find()) {
      return line;
    }
    Matcher cause = CAUSE.matcher(line);
    return cause.find() ? message.group(1) + ": " + cause.group(1) : message.group(1);
  }
}
