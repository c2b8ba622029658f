package io.chaoschapters.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.report.baseline.Baseline;
import io.chaoschapters.report.baseline.BaselineFile;
import io.chaoschapters.report.baseline.Comparability;
import io.chaoschapters.report.baseline.Tally;
import io.chaoschapters.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialCourseTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private void baseline(String name, String made, int right) {
    new BaselineFile(folder.resolve("history").resolve(name), "")
        .write(
            Baseline.of(
                Instant.parse(made),
                "local",
                new Comparability(
                    "shop",
                    Comparability.Source.LIVE_TRIALS,
                    Map.of("a", "1"),
                    "g",
                    "o",
                    "wise",
                    "wise 1",
                    ""),
                List.of(
                    new Tally("a", false, 10, right, 0, 0, 0.5, 100L),
                    new Tally("c", true, 6, 5, 1, 0, 0.5, 100L))));
  }

  private int course() throws Exception {
    return Main.run(
        Settings.of(
            Map.of(
                "mode", "course",
                "baselines", folder.resolve("history").toString(),
                "chapters.output", folder.resolve("out").toString())),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        System.nanoTime());
  }

  @Test
  void baselines_areShownOldestFirst_whateverTheirNames() throws Exception {
    baseline("a.json", "2026-03-01T00:00:00Z", 9);
    baseline("sub/b.json", "2026-01-01T00:00:00Z", 7);

    assertThat(course()).isZero();

    String page = Files.readString(folder.resolve("out/trials.html"));
    assertThat(page).contains("shop, wise", "7/10", "9/10");
    assertThat(page.indexOf("7/10")).isLessThan(page.indexOf("9/10"));
  }

  @Test
  void damagedOne_isToldAndLeftOut() throws Exception {
    baseline("a.json", "2026-03-01T00:00:00Z", 9);
    Files.writeString(folder.resolve("history/b.json"), "<<<<<<< HEAD\n");

    assertThat(course()).isZero();

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("Left out: ", "b.json", "merge conflict", "trials.html");
  }

  @Test
  void noFolderAndEmptyFolder_areOneSentence() throws Exception {
    assertThat(course()).isOne();
    Files.createDirectories(folder.resolve("history"));
    assertThat(course()).isOne();
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("No folder", "There is no baseline in")
        .hasLineCount(2);
  }
}
