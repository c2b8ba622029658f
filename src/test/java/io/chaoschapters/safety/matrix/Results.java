package io.chaoschapters.safety.matrix;

import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What came out so far, in a file, so that a matrix can be filled in several sittings.
 *
 * <p>A line is one try, its fields are separated by tabs: way out, fault, runtime, {@code good} or
 * {@code bad}, seconds from the blow to the end of everything (empty where nobody noted them), UTC
 * date or minute, the commit that was tried (empty where nobody noted it), problems. Lines that
 * begin with {@code #} are comments. Of a cell that is tried from zero the old tries are kept, and
 * no longer counted: they are {@code superseded good} and {@code superseded bad}.
 */
final class Results {
  /** How often a cell was tried, how often all was well, and the longest way out. */
  record Count(int tries, int good, double slowest) {
    Count plus(boolean isGood, double seconds) {
      return new Count(tries + 1, good + (isGood ? 1 : 0), Math.max(slowest, seconds));
    }
  }

  private static final Count NONE = new Count(0, 0, 0);
  private static final int FIELDS = 8;
  private static final int VERDICT = 3;
  private static final String COMMENT = "#";
  private static final String GOOD = "good";
  private static final String BAD = "bad";
  private static final String SUPERSEDED = "superseded ";

  private final Path file;
  private final String commit;
  private final Map<Cell, Count> counts = new HashMap<>();

  private Results(Path file, String commit) {
    this.file = file;
    this.commit = commit;
  }

  /**
   * What a file has so far.
   *
   * @param commit which commit is tried now
   */
  static Results in(Path file, String commit) throws IOException {
    Results results = new Results(file, commit);
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        String[] fields = line.split("\t", FIELDS);
        if (line.startsWith(COMMENT) || fields[VERDICT].startsWith(SUPERSEDED)) {
          continue;
        }
        Cell cell = new Cell(Way.valueOf(fields[0]), VictimFault.valueOf(fields[1]), fields[2]);
        results.count(cell, fields[VERDICT].equals(GOOD), seconds(fields[4]));
      }
    }
    return results;
  }

  /** What is not known is not the longest. */
  private static double seconds(String text) {
    return text.isEmpty() ? 0 : Double.parseDouble(text);
  }

  /**
   * Counts no try of a cell that has a bad one any more, so that it is tried from zero.
   *
   * @param cause why what went wrong will not again; it is noted beside what went wrong
   */
  static void supersedeBadCells(Path file, String cause) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    List<String> lines = Files.readAllLines(file);
    Set<String> bad =
        lines.stream()
            .filter(line -> !line.startsWith(COMMENT))
            .filter(line -> line.split("\t", FIELDS)[VERDICT].equals(BAD))
            .map(Results::cellOf)
            .collect(Collectors.toSet());
    Files.write(
        file,
        lines.stream()
            .map(line -> bad.contains(cellOf(line)) ? superseded(line, cause) : line)
            .toList());
  }

  private static String superseded(String line, String cause) {
    String[] fields = line.split("\t", FIELDS);
    if (fields[VERDICT].startsWith(SUPERSEDED)) {
      return line;
    }
    if (fields[VERDICT].equals(BAD)) {
      fields[FIELDS - 1] += " [superseded: " + cause + "]";
    }
    fields[VERDICT] = SUPERSEDED + fields[VERDICT];
    return String.join("\t", fields);
  }

  private static String cellOf(String line) {
    return String.join("\t", Arrays.copyOf(line.split("\t", FIELDS), VERDICT));
  }

  /** Adds one try; {@code seconds} is from the blow to the end of everything. */
  synchronized void add(Cell cell, List<String> problems, double seconds) {
    String line =
        String.join(
            "\t",
            cell.way().name(),
            cell.fault().name(),
            cell.runtime(),
            problems.isEmpty() ? GOOD : BAD,
            RootLocale.format("%.2f", seconds),
            Instant.now().truncatedTo(ChronoUnit.MINUTES).toString(),
            commit,
            String.join("; ", problems).replaceAll("\\s+", " "));
    try {
      Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    count(cell, problems.isEmpty(), seconds);
    System.out.printf(
        Locale.ROOT,
        "%-60s %5.1f s  %s%n",
        cell,
        seconds,
        problems.isEmpty() ? GOOD : String.join("; ", problems));
  }

  private void count(Cell cell, boolean isGood, double seconds) {
    counts.put(cell, counts.getOrDefault(cell, NONE).plus(isGood, seconds));
  }

  synchronized Count of(Cell cell) {
    return counts.getOrDefault(cell, NONE);
  }

  /** A table for each runtime, in Markdown. */
  synchronized List<String> table(List<Cell> cells) {
    List<String> lines = new ArrayList<>();
    for (String runtime : cells.stream().map(Cell::runtime).distinct().toList()) {
      List<VictimFault> faults =
          cells.stream()
              .filter(cell -> cell.runtime().equals(runtime))
              .map(Cell::fault)
              .distinct()
              .toList();
      lines.add("| " + runtime + " | " + join(faults.stream().map(VictimFault::words).toList()));
      lines.add("| --- | " + join(faults.stream().map(fault -> "---:").toList()));
      for (Way way : cells.stream().map(Cell::way).distinct().toList()) {
        lines.add(
            "| "
                + way.words()
                + " | "
                + join(faults.stream().map(f -> words(of(new Cell(way, f, runtime)))).toList()));
      }
      lines.add("");
    }
    return lines;
  }

  private static String join(List<String> cells) {
    return String.join(" | ", cells) + " |";
  }

  private static String words(Count count) {
    return count.tries() == 0
        ? "-"
        : RootLocale.format("%d of %d (%.1f s)", count.good(), count.tries(), count.slowest());
  }
}
