package io.chaoschapters.safety.matrix;

import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The document that shows the table; what stands between its two marks is written here. */
record ResultsPage(Path file) {
  private static final String BEGIN = "<!-- kill matrix -->";
  private static final String END = "<!-- end of kill matrix -->";
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  void write(Results results, List<Cell> cells, int times) throws IOException {
    String text = Files.readString(file);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException(RootLocale.format("%s lacks the marks %s and %s.", file, BEGIN, END));
    }
    String shown = String.join("\n", lines(results, cells, times));
    Files.writeString(
        file, text.substring(0, begin) + BEGIN + "\n" + shown + "\n" + text.substring(end));
  }

  private static List<String> lines(Results results, List<Cell> cells, int times) {
    int tries = cells.stream().mapToInt(cell -> results.of(cell).tries()).sum();
    int good = cells.stream().mapToInt(cell -> results.of(cell).good()).sum();
    long full = cells.stream().filter(cell -> KillMatrix.isFull(results.of(cell), times)).count();
    List<String> lines = new ArrayList<>();
    lines.add(
        RootLocale.format(
            "%s, %d processors: all was well after %d of %d tries; %d of %d cells are %d of %d.",
            MINUTES.format(Instant.now()),
            Runtime.getRuntime().availableProcessors(),
            good,
            tries,
            full,
            cells.size(),
            times,
            times));
    lines.add("");
    lines.addAll(results.table(cells));
    return lines;
  }
}
