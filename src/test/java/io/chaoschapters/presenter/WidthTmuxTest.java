package io.chaoschapters.presenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chaoschapters.stage.text.StageText;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether the stage's table of widths is a real terminal's. */
class WidthTmuxTest {
  private static final int LONGEST_ROW = 40;

  @TempDir Path folder;
  private Tmux tmux;
  private Path tty;

  /** Characters in a row that are as wide as each other. */
  private record Run(StringBuilder characters, int columns) {}

  @BeforeEach
  void open() throws Exception {
    assumeTrue(Tmux.isInstalled(), "needs tmux");
    Path script =
        Files.writeString(folder.resolve("quiet.sh"), "stty -echo raw; printf ready; cat");
    tmux = Tmux.open(2 * LONGEST_ROW + 10, 5, script);
    tmux.awaitText("ready");
    tty = Path.of(tmux.tty());
  }

  @AfterEach
  void close() throws Exception {
    if (tmux != null) {
      tmux.close();
    }
  }

  @Test
  void everyWidth_isTheTerminals() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Run run : runs()) {
      int expected = run.columns() * run.characters().length();
      if (!takes(run.characters(), expected)) {
        wrong.add(describe(run));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private boolean takes(CharSequence characters, int expected) throws IOException {
    Files.writeString(tty, "\r\033[K" + characters);
    try {
      Awaitility.await()
          .atMost(Duration.ofSeconds(10))
          .pollInterval(Duration.ofMillis(5))
          .until(() -> tmux.column() == expected);
      return true;
    } catch (ConditionTimeoutException e) {
      return false;
    }
  }

  private String describe(Run run) throws Exception {
    return RootLocale.format(
        "U+%04X to U+%04X, %d columns each: %d together",
        (int) run.characters().charAt(0),
        (int) run.characters().charAt(run.characters().length() - 1),
        run.columns(),
        tmux.column());
  }

  /** Where a width changes: the first and the last of all characters in a row of the same one. */
  private static List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    for (int c = ' '; c <= Character.MAX_VALUE; c++) {
      String text = String.valueOf((char) c);
      if (!StageText.clean(text).equals(text) || isDisputed(c)) {
        continue;
      }
      int columns = StageText.columns((char) c);
      if (runs.isEmpty() || runs.get(runs.size() - 1).columns() != columns) {
        runs.add(new Run(new StringBuilder(), columns));
      }
      StringBuilder characters = runs.get(runs.size() - 1).characters();
      if (characters.length() == LONGEST_ROW) {
        characters.deleteCharAt(LONGEST_ROW / 2);
      }
      characters.append((char) c);
    }
    return runs;
  }

  /**
   * Wide since Unicode 16, which not every tmux knows; and numbers that tmux alone takes as wide.
   */
  private static boolean isDisputed(int c) {
    return c >= 0x2630 && c <= 0x2637 || c >= 0x268a && c <= 0x268f || c >= 0x3248 && c <= 0x324f;
  }
}
