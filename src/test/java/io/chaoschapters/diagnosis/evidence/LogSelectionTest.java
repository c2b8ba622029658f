package io.chaoschapters.diagnosis.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.runtime.LogLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogSelectionTest {
  private static LogLine line(String component, String text) {
    return new LogLine(Instant.EPOCH, component, text);
  }

  @Test
  void linesThatDifferInNumbersOnly_areCountedAsOne() {
    assertThat(
            LogSelection.of(
                List.of(
                    line("a", "2026-11-23T10:00:00.123Z INFO handled 4 in 2.5 ms"),
                    line("a", "2026-11-23T10:00:01.456Z INFO handled 17 in 3 ms"),
                    line("b", "10:00:01.456 INFO handled 17 in 3 ms"))))
        .containsExactly(
            new LogEvidence("a", "INFO handled 4 in 2.5 ms", 2, false),
            new LogEvidence("b", "INFO handled 17 in 3 ms", 1, false));
  }

  @Test
  void warnings_comeFirst() {
    assertThat(
            LogSelection.of(
                List.of(line("a", "started"), line("a", "ERROR boom"), line("b", "it failed"))))
        .extracting(LogEvidence::text)
        .containsExactly("ERROR boom", "it failed", "started");
  }

  @Test
  void lineOfTheSteadyState_isDropped() {
    assertThat(
            LogSelection.since(
                List.of(line("a", "WARN slow: 3 ms")),
                List.of(line("a", "WARN slow: 9 ms"), line("b", "WARN slow: 9 ms"))))
        .extracting(LogEvidence::component)
        .containsExactly("b");
  }

  @Test
  void manyAndLongLines_areBounded() {
    List<LogLine> many = new ArrayList<>();
    for (char c = 'a'; c <= 'z'; c++) {
      many.add(line("a", "line " + c));
      many.add(line("a", String.valueOf(c).repeat(1000)));
    }
    List<LogEvidence> chosen = LogSelection.of(many);
    assertThat(chosen).hasSize(LogSelection.MAX_LINES);
    assertThat(chosen).allMatch(l -> l.text().length() <= LogSelection.MAX_LENGTH);
  }

  @Test
  void blankLines_areDropped() {
    assertThat(LogSelection.of(List.of(line("a", "  "), line("a", "")))).isEmpty();
  }
}
