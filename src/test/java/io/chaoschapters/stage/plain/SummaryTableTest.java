package io.chaoschapters.stage.plain;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.run.view.RunView;
import io.chaoschapters.stage.Shows;
import io.chaoschapters.stage.text.Symbols;
import org.junit.jupiter.api.Test;

class SummaryTableTest {
  @Test
  void narrowTerminal_hasShorterNamesAndWholeNumbers() {
    RunView run = Shows.over().view();
    int whole = SummaryTable.lines(run, Symbols.UNICODE).get(0).length();

    assertThat(SummaryTable.lines(run, Symbols.UNICODE, whole - 1))
        .allMatch(line -> line.length() < whole)
        .first()
        .asString()
        .endsWith("recover");
    assertThat(SummaryTable.lines(run, Symbols.UNICODE, whole))
        .isEqualTo(SummaryTable.lines(run, Symbols.UNICODE));
  }
}
