package io.chaoschapters.diagnosis.evidence;

import io.chaoschapters.runtime.LogLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Chooses the log lines that a diagnoser is shown: few, short, each once, warnings first.
 *
 * <p>Two lines are the same when they differ only in their numbers, as counters, ports and times do
 * from line to line.
 */
final class LogSelection {
  static final int MAX_LINES = 20;
  static final int MAX_LENGTH = 200;

  private static final Pattern TIME_STAMP =
      Pattern.compile(
          "^\\W*\\d{2,4}[-/]\\d{2}[-/]\\d{2}[T ]?[\\d:.,]*\\s*(?:Z|[+-]\\d{2}:?\\d{2})?\\W*"
              + "|^\\W*\\d{1,2}:\\d{2}:\\d{2}[.,\\d]*\\W*");
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
  private static final Pattern WARNING =
      Pattern.compile(
          "\\b(?:warn|warning|error|severe|fatal|panic|critical|exception|failed|failure)\\b",
          Pattern.CASE_INSENSITIVE);

  private LogSelection() {}

  /** The lines of a stretch of log. */
  static List<LogEvidence> of(List<LogLine> log) {
    return since(List.of(), log);
  }

  /** The lines that were not printed at the steady state already. */
  static List<LogEvidence> since(List<LogLine> steady, List<LogLine> log) {
    Set<String> known = new HashSet<>();
    steady.forEach(line -> known.add(shape(line)));
    Map<String, LogEvidence> found = new LinkedHashMap<>();
    for (LogLine line : log) {
      String shape = shape(line);
      if (!line.text().isBlank() && !known.contains(shape)) {
        found.merge(shape, evidence(line), (first, again) -> more(first));
      }
    }
    List<LogEvidence> chosen = new ArrayList<>(found.values());
    chosen.sort(Comparator.comparing(LogEvidence::warning).reversed());
    return List.copyOf(chosen.subList(0, Math.min(MAX_LINES, chosen.size())));
  }

  /**
   * Of each kind that was not printed at the steady state the first line, shortened, with its time.
   */
  static List<LogLine> first(List<LogLine> steady, List<LogLine> log) {
    Set<String> known = new HashSet<>();
    steady.forEach(line -> known.add(shape(line)));
    List<LogLine> found = new ArrayList<>();
    for (LogLine line : log) {
      if (!line.text().isBlank() && known.add(shape(line))) {
        found.add(new LogLine(line.at(), line.component(), evidence(line).text()));
      }
    }
    return found;
  }

  private static LogEvidence evidence(LogLine line) {
    String text = withoutTime(line.text());
    boolean warning = WARNING.matcher(text).find();
    String shown = text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH - 1) + "…";
    return new LogEvidence(line.component(), shown, 1, warning);
  }

  private static LogEvidence more(LogEvidence first) {
    return new LogEvidence(first.component(), first.text(), first.count() + 1, first.warning());
  }

  private static String shape(LogLine line) {
    return line.component() + ' ' + NUMBER.matcher(withoutTime(line.text())).replaceAll("#");
  }

  private static String withoutTime(String text) {
    return TIME_STAMP.matcher(text.strip()).replaceFirst("").strip();
  }
}
