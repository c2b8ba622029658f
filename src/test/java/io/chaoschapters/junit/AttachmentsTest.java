package io.chaoschapters.junit;

import static io.chaoschapters.ChaosAssertions.assertThat;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.diagnosis.Diagnostician;
import io.chaoschapters.monitor.Monitor;
import io.chaoschapters.run.ChapterResult;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.reporting.FileEntry;

/** A page of test results can link to what explains a chapter that did not pass. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttachmentsTest {
  private static final Pattern LINE =
      Pattern.compile("^\\[\\[ATTACHMENT\\|([^\\]]+)\\]\\]$", Pattern.MULTILINE);

  @TempDir Path folder;
  private DemoOutcome outcome;

  @ChaosDemo(subject = "toy")
  static class RunSession {
    @Chapter(order = 1, title = "Looks on")
    void passes() {}

    @Chapter(order = 2, title = "Expects something else")
    @Experiment("flood")
    void tooMuch(Monitor monitor, Diagnostician ai) {
      monitor.awaitViolation("backlog-small");
      assertThat(ai.diagnose()).names("node outage");
    }

    @Chapter(order = 3, title = "Accepts what its experiment does not expect")
    @Experiment("late")
    void other(Diagnostician ai) {
      assertThat(ai.diagnose()).findsNoAnomaly();
    }
  }

  @BeforeAll
  void run() {
    outcome =
        DemoRun.named("attachments-" + System.nanoTime())
            .setting("attachments", "true")
            .run(RunSession.class);
  }

  private List<Path> named() {
    return LINE.matcher(outcome.printed()).results().map(m -> Path.of(m.group(1))).toList();
  }

  @Test
  void failedChapter_namesItsFilesByPathsThatStay() {
    assertThat(named())
        .extracting(path -> path.getFileName().toString())
        .containsExactlyInAnyOrder(
            "answer.json",
            "answer.txt",
            "evidence.json",
            "evidence.md",
            "prompt.txt",
            "report.html");
    assertThat(named())
        .allSatisfy(
            path -> {
              assertThat(path).isAbsolute().isRegularFile();
              assertThat(path.toString()).doesNotContain("latest");
            });
  }

  /**
   * The chapter asserts another anomaly than its experiment expects, which is what was answered.
   */
  @Test
  void expectedInTheResult_isWhatTheChapterAsserted() {
    assertThat(outcome.summary().chapters().get(1))
        .returns("node outage", ChapterResult::expected)
        .returns("queue overflow", ChapterResult::answered);
    assertThat(outcome.summary().chapters().get(2))
        .returns(ChapterVerdict.PASS, ChapterResult::verdict)
        .returns(null, ChapterResult::expected);
  }

  @Test
  void failedChapter_publishesThemThroughJUnit() {
    List<FileEntry> files =
        outcome.results().testEvents().fileEntryPublished().stream()
            .map(event -> event.getRequiredPayload(FileEntry.class))
            .toList();
    assertThat(files)
        .extracting(entry -> entry.getPath().getFileName().toString())
        .contains("report.html", "evidence.json", "answer.txt");
    assertThat(files).allSatisfy(entry -> assertThat(Files.size(entry.getPath())).isPositive());
  }

  /** As in a build without "clean" where JUnit writes into a folder of one name. */
  @Test
  void filesOfAnEarlierRun_areReplaced() {
    String name = "attachments-again-" + System.nanoTime();
    DemoRun.named(name).run(RunSession.class);
    assertThat(DemoRun.named(name).run(RunSession.class).printed())
        .doesNotContain("JUnit does not take attachments");
  }

  @Test
  void report_isThatOfTheFailedChapter() {
    assertThat(named())
        .filteredOn(path -> path.endsWith("report.html"))
        .singleElement()
        .satisfies(path -> assertThat(path).content().contains("Expects something else"));
  }

  @Test
  void onlyABuildServer_hasThemNamedByItself() throws Exception {
    Files.writeString(folder.resolve("answer.txt"), "x");
    assertThat(printed(Map.of(), "auto")).isEmpty();
    assertThat(printed(Map.of("CI", "true"), "auto")).contains("[[ATTACHMENT|", "answer.txt]]");
    assertThat(printed(Map.of("JENKINS_URL", "http://ci"), "auto")).contains("[[ATTACHMENT|");
    assertThat(printed(Map.of("CI", "true"), "false")).isEmpty();
  }

  private String printed(Map<String, String> environment, String wish) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new Attachments(folder.resolve("none"), folder)
        .name(
            Settings.of(Map.of("chapters.attachments", wish)),
            environment,
            new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
