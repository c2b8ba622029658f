package io.chaoschapters.safety.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {
  private static final Cell CELL = new Cell(Way.PASSES, VictimFault.BURST, "local");

  @TempDir Path folder;

  @Test
  void theNextSittingGoesOnAndKnowsWhatWasTried() throws IOException {
    Path file = folder.resolve("results.tsv");
    Results.in(file, "abc").add(CELL, List.of(), 1.5);
    Results next = Results.in(file, "def");
    next.add(CELL, List.of("a process is left", "and a\tport"), 2.25);

    assertThat(next.of(CELL)).isEqualTo(new Results.Count(2, 1, 2.25));
    assertThat(Results.in(file, "").of(CELL)).isEqualTo(next.of(CELL));
    assertThat(Files.readAllLines(file).get(1))
        .contains("\tbad\t2.25\t")
        .endsWith("\tdef\ta process is left; and a port");
  }

  @Test
  void triesOfACellThatBeginsFromZeroAreKeptAndNoLongerCounted() throws IOException {
    Path file = folder.resolve("results.tsv");
    Results first = Results.in(file, "abc");
    first.add(CELL, List.of(), 1);
    first.add(CELL, List.of("frozen"), 2);

    Results.supersedeBadCells(file, "mended in def");
    Results.supersedeBadCells(file, "a second time changes nothing");

    assertThat(Results.in(file, "").of(CELL).tries()).isZero();
    assertThat(Files.readAllLines(file))
        .hasSize(2)
        .anyMatch(line -> line.contains("\tsuperseded good\t"))
        .anyMatch(
            line ->
                line.contains("\tsuperseded bad\t")
                    && line.endsWith("frozen [superseded: mended in def]"));
  }
}
