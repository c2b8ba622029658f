package io.chaoschapters.diagnosis.evidence;

import io.chaoschapters.runtime.LogLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Chooses the log lines that a diagnoser is shown: few, short, each once, warnings first.
 *
 * <p>Two lines are the same when they differ only in their numbers and ids, as counters, ports and
 * times do from line to line. Where there are too many, what a component says as another one has
 * said it, and what is said often, gives way.
 */
final class LogSelection {
  static final int MAX_LINES = 30;
  static final int MAX_LENGTH = 200;

  private static final String TIME = "\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?";
  private static final String MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
  private static final String ZONE = "(?:\\s?(?:Z|UTC|GMT|[+-]\\d{2}:?\\d{2}))?";

  /** The forms that are usual in logs, after at most a bracket and a process's number. */
  private static final Pattern TIME_STAMP =
      Pattern.compile(
          "^[\\s\\[(<|-]*(?:\\d+(?::\\p{L}+)?[\\s|]+)?[\\[(]?(?:"
              + "\\d{2,4}[-/.]\\d{2}[-/.]\\d{2}(?:[T :]+"
              + TIME
              + ZONE
              + ")?|\\d{1,2}[ /-]"
              + MONTH
              + "[ /-]\\d{4}[ :]"
              + TIME
              + ZONE
              + "|(?:\\p{L}{3} )?"
              + MONTH
              + " {1,2}\\d{1,2} "
              + TIME
              + "(?: \\d{4})?|"
              + TIME
              + ")[\\])>]?[\\s:|,-]*");

  /** What changes from line to line: ids and times in hexadecimal, of any other base, numbers. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "\\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\b"
              + "|\\b0[xX][0-9a-fA-F]+"
              + "|(?<![\\p{L}\\d])(?=\\d*[a-fA-F])[0-9a-fA-F]{8,}(?![\\p{L}\\d])"
              + "|(?<![\\p{L}\\d])(?=(?:[A-Za-z]*\\d){4})(?=\\d*[A-Za-z])[A-Za-z\\d]{20,}(?![\\p{L}\\d])"
              + "|\\d+(?:\\.\\d+|,\\d{3}(?!\\d))*");

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
    List<LogEvidence> all = List.copyOf(found.values());
    Map<LogEvidence, Integer> echoes = echoes(all, LogEvidence::text);
    List<LogEvidence> chosen =
        new ArrayList<>(
            atMost(
                MAX_LINES,
                all,
                Comparator.comparing(LogEvidence::warning)
                    .reversed()
                    .thenComparing(line -> echoes.getOrDefault(line, 1))
                    .thenComparing(LogEvidence::count)));
    chosen.sort(Comparator.comparing(LogEvidence::warning).reversed());
    return List.copyOf(chosen);
  }

  /** The how-manieth each is of those that say the same, whichever component says it. */
  private static <T> Map<T, Integer> echoes(List<T> lines, Function<T, String> text) {
    Map<String, Integer> said = new HashMap<>();
    Map<T, Integer> echoes = new HashMap<>();
    lines.forEach(line -> echoes.put(line, said.merge(shape(text.apply(line)), 1, Integer::sum)));
    return echoes;
  }

  /** The first of an order, in the sequence in which they were. */
  private static <T> List<T> atMost(int most, List<T> lines, Comparator<T> order) {
    Set<T> first = lines.stream().sorted(order).limit(most).collect(Collectors.toSet());
    return lines.stream().filter(first::contains).toList();
  }

  /**
   * Of each kind that was not printed at the steady state the first line, shortened, with its time.
   *
   * @param most how many lines at most
   */
  static List<LogLine> first(List<LogLine> steady, List<LogLine> log, int most) {
    Set<String> known = new HashSet<>();
    steady.forEach(line -> known.add(shape(line)));
    List<LogLine> found = new ArrayList<>();
    for (LogLine line : log) {
      if (!line.text().isBlank() && known.add(shape(line))) {
        found.add(new LogLine(line.at(), line.component(), evidence(line).text()));
      }
    }
    Map<LogLine, Integer> echoes = echoes(found, LogLine::text);
    return atMost(most, found, Comparator.comparing(line -> echoes.getOrDefault(line, 1)));
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
    return line.component() + ' ' + shape(withoutTime(line.text()));
  }

  private static String shape(String text) {
    return NUMBER.matcher(text).replaceAll("#");
  }

  private static String withoutTime(String text) {
    return TIME_STAMP.matcher(text.strip()).replaceFirst("").strip();
  }
}
