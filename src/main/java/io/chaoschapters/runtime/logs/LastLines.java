package io.chaoschapters.runtime.logs;

import java.util.List;
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

  /** Causes and last lines in the order of the log, each once and whole. */
  public List<String> shown() {
    List<String> causes = causes();
    return IntStream.range(0, lines.size())
        .filter(i -> i >= lines.size() - LAST || causes.contains(lines.get(i)))
        .mapToObj(lines::get)
        .toList();
  }
}
