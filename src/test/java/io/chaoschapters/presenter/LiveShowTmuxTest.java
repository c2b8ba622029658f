package io.chaoschapters.presenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chaoschapters.journal.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drives the real program on a real terminal, from the first key to the last. */
class LiveShowTmuxTest {
  private static final Duration AT_MOST = Duration.ofSeconds(90);

  @TempDir Path folder;
  private Tmux tmux;

  @BeforeEach
  void tmuxIsThere() {
    assumeTrue(Tmux.isInstalled(), "tmux is not installed, and it is the terminal of this test");
  }

  @AfterEach
  void closeTerminal() throws IOException, InterruptedException {
    if (tmux != null) {
      if (!isOver()) {
        tmux.press("C-c");
        tmux.press("C-c");
        awaitEnd();
      }
      tmux.close();
    }
  }

  @Test
  void wrongDiagnosisAndAbort_showGoesOnAndEverythingIsEnded() throws Exception {
    open("-Dai=always-wrong,semantic", "-Dchapter=4");
    tmux.awaitText("STARTED");
    tmux.resize(60, 20);
    tmux.awaitText("80");
    tmux.resize(80, 24);
    tmux.awaitText("the cue to begin");
    tmux.resize(200, 60);
    tmux.press("Space");

    awaitEvents(EventType.DIAGNOSIS_REJECTED, 1);
    awaitReviews(1);
    tmux.resize(120, 36);
    tmux.awaitText("ghost allowing");
    tmux.press("r");
    awaitReviews(2);
    tmux.press("a");
    awaitReviews(3);
    assertThat(lines(EventType.DIAGNOSIS_ASKED).get(3)).contains("\"diagnoser\":\"semantic\"");
    tmux.press("c");
    tmux.awaitText("the cue to go on");
    assertThat(lines(EventType.CHAPTER_ENDED)).singleElement().asString().contains("\"FAIL\"");

    tmux.press("g");
    tmux.press("8");
    tmux.press("Enter");
    tmux.awaitText("the cue to begin");
    tmux.press("Space");
    tmux.awaitText("waiting for violation");
    tmux.press("x");
    awaitEvents(EventType.CHAPTER_ENDED, 2);
    assertThat(lines(EventType.CHAPTER_ENDED).get(1)).contains("\"UNKNOWN\"");
    assertThat(lines(EventType.FAULT_ENDED))
        .hasSameSizeAs(lines(EventType.FAULT_INJECTED))
        .last()
        .asString()
        .contains("\"08-");
    assertThat(lines(EventType.RECOVERY_FAILED)).isEmpty();
    tmux.press("q");

    awaitEnd();
    assertThat(exitCode()).isEqualTo("0");
    assertNothingIsLeft();
  }

  @Test
  void twoInterruptsInTheMiddleOfAFault_faultIsUndoneAndTerminalGivenBack() throws Exception {
    open("-Dchapter=8");
    tmux.awaitText("the cue to begin");
    tmux.press("Space");
    tmux.awaitText("waiting for violation");
    tmux.press("C-c");
    assertThat(isOver()).isFalse();
    tmux.press("C-c");

    awaitEnd();
    assertThat(exitCode()).isEqualTo("130");
    assertThat(lines(EventType.FAULT_INJECTED)).hasSize(1);
    assertThat(lines(EventType.FAULT_ENDED)).hasSize(1);
    assertNothingIsLeft();
  }

  private void open(String... settings) throws IOException, InterruptedException {
    Path script = folder.resolve("show.sh");
    Files.writeString(
        script,
        """
        stty -a > '%1$s/before'
        '%2$s' -cp '%3$s' -Dsubject=ratelimiter -Druntime=local -Dchapters.output='%1$s/out' %4$s %5$s
        echo $? > '%1$s/code'
        stty -a > '%1$s/after'
        touch '%1$s/over'
        """
            .formatted(
                folder,
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                String.join(" ", settings),
                Main.class.getName()));
    tmux = Tmux.open(120, 36, script);
  }

  private boolean isOver() {
    return Files.exists(folder.resolve("over"));
  }

  private void awaitEnd() {
    Awaitility.await("the program's end").atMost(AT_MOST).until(this::isOver);
  }

  private String exitCode() throws IOException {
    return Files.readString(folder.resolve("code")).strip();
  }

  private List<String> lines(EventType type) throws IOException {
    Path journal = folder.resolve("out/ratelimiter/latest/journal.jsonl");
    if (!Files.exists(journal)) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(journal)) {
      return lines.filter(line -> line.contains("\"type\":\"" + type + "\"")).toList();
    }
  }

  private void awaitEvents(EventType type, int count) {
    Awaitility.await(count + " times " + type)
        .atMost(AT_MOST)
        .until(() -> lines(type).size() >= count);
  }

  private void awaitReviews(int count) {
    Awaitility.await(count + " offers in a review")
        .atMost(AT_MOST)
        .until(
            () ->
                lines(EventType.WAITING).stream()
                        .filter(line -> line.contains("\"kind\":\"review\""))
                        .count()
                    >= count);
  }

  private void assertNothingIsLeft() throws IOException {
    assertThat(folder.resolve("after")).hasSameTextualContentAs(folder.resolve("before"));
    assertThat(lines(EventType.RUN_ENDED)).hasSize(1);
    String run = folder.resolve("out/ratelimiter/latest").toRealPath().getFileName().toString();
    Awaitility.await("no process of run " + run)
        .atMost(AT_MOST)
        .untilAsserted(
            () ->
                assertThat(
                        ProcessHandle.allProcesses()
                            .flatMap(process -> process.info().commandLine().stream())
                            .filter(command -> command.contains(run)))
                    .isEmpty());
  }
}
