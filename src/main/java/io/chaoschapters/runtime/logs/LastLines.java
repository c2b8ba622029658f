package io.chaoschapters.runtime.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apiguardian.api.API;

/**
 * What of a component's log is shown when it did not start: the lines that name a cause, and then
 * the last ones. A cause may be followed by more lines than are shown, and what a program says of
 * its end may be a single line among hundreds.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class LastLines {
  private static final int LAST = 10;
  private static final int CAUSES = 4;

  /** The worst word first: a program that warns all the time says "fatal" once. */
  private static final List<Pattern> CAUSE =
      List.of(
          Pattern.compile("\\b(FATAL|PANIC|panicked|panic:|fatal error|OutOfMemoryError)\\b"),
          Pattern.compile("(?i)\\bfatal\\b|^Exception in thread|^Caused by:"),
          Pattern.compile("\\b(ERROR|CRITICAL|SEVERE)\\b|^[Ee]rror: |Exception: "));

  private static final Pattern USAGE = Pattern.compile("(?i)^\\s*(usage|synopsis)\\b");

  /** What comes before a usage text, or after it: the reason why it is printed. */
  private static final Pattern COMPLAINT =
      Pattern.compile(
          "(?i)^(\\S+: )?error\\b|not defined|\\b(unknown|invalid|illegal|unrecogni[sz]ed|unexpected|ambiguous|unsupported) (\\w+ )?(option|flag|argument|parameter|command|value|switch)|unrecogni[sz]ed|missing (required )?(option|flag|argument|parameter|value)|requires an argument");

  private static final int FIRST = 2;

  private final List<String> lines;

  /** The last lines of a log, oldest first. */
  public LastLines(List<String> lines) {
    this.lines = List.copyOf(lines);
  }

  /** The lines that name the cause, the newest of the worst kind; none when no line does. */
  public List<String> causes() {
    for (Pattern kind : CAUSE) {
      List<String> found = lines.stream().filter(line -> kind.matcher(line).find()).toList();
      if (!found.isEmpty()) {
        return found.subList(Math.max(0, found.size() - CAUSES), found.size());
      }
    }
    return List.of();
  }

  /** Whether the program printed how it is used, as after an option that it does not know. */
  public boolean hasUsage() {
    return lines.stream().anyMatch(line -> USAGE.matcher(line).find());
  }

  /** Why a usage text was printed; empty when no line says so, or none was printed. */
  public Optional<String> complaint() {
    return lines.stream().filter(line -> hasUsage() && COMPLAINT.matcher(line).find()).findFirst();
  }

  /**
   * Causes and last lines in the order of the log, each once and whole; of a usage text, which may
   * be long, the first lines and the complaint too.
   */
  public List<String> shown() {
    List<String> causes = new ArrayList<>(causes());
    complaint().ifPresent(causes::add);
    int first = hasUsage() ? FIRST : 0;
    return IntStream.range(0, lines.size())
        .filter(i -> i < first || i >= lines.size() - LAST || causes.contains(lines.get(i)))
        .mapToObj(lines::get)
        .toList();
  }
}
