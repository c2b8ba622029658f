package io.chaoschapters.presenter.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chaoschapters.presenter.LiveProgram;
import io.chaoschapters.presenter.Tmux;
import io.chaoschapters.run.ChapterResult;
import io.chaoschapters.run.DiagnosisEvent;
import io.chaoschapters.run.FaultEvent;
import io.chaoschapters.run.RecoveryEvent;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drives the real program on a real terminal, from the first key to the last. */
class LiveShowTmuxTest {
  @TempDir Path folder;
  private LiveProgram program;
  private Tmux tmux;

  @BeforeEach
  void tmuxIsThere() {
    assumeTrue(Tmux.isInstalled(), "tmux is not installed, and it is the terminal of this test");
  }

  @AfterEach
  void closeTerminal() throws IOException, InterruptedException {
    if (program != null) {
      program.close();
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

    program.awaitEvents(DiagnosisEvent.Rejected.class, 1);
    program.awaitReviews(1);
    tmux.resize(120, 36);
    tmux.awaitText("ghost allowing");
    tmux.press("r");
    program.awaitReviews(2);
    tmux.press("a");
    program.awaitReviews(3);
    assertThat(program.lines(DiagnosisEvent.Asked.class).get(3))
        .contains("\"diagnoser\":\"semantic\"");
    tmux.press("c");
    tmux.awaitText("the cue to go on");
    assertThat(program.lines(ChapterResult.class)).singleElement().asString().contains("\"FAIL\"");

    tmux.press("g");
    tmux.press("8");
    tmux.press("Enter");
    tmux.awaitText("the cue to begin");
    tmux.press("Space");
    tmux.awaitText("waiting for violation");
    tmux.press("x");
    program.awaitEvents(ChapterResult.class, 2);
    assertThat(program.lines(ChapterResult.class).get(1)).contains("\"UNKNOWN\"");
    assertThat(program.lines(FaultEvent.Ended.class))
        .hasSameSizeAs(program.lines(FaultEvent.Injected.class))
        .last()
        .asString()
        .contains("\"08-");
    assertThat(program.lines(RecoveryEvent.Failed.class)).isEmpty();
    tmux.press("q");

    program.awaitEnd();
    assertThat(program.exitCode()).isEqualTo("0");
    program.assertNothingIsLeft();
  }

  @Test
  void twoInterruptsInTheMiddleOfAFault_faultIsUndoneAndTerminalGivenBack() throws Exception {
    open("-Dchapter=8");
    tmux.awaitText("the cue to begin");
    tmux.press("Space");
    tmux.awaitText("waiting for violation");
    tmux.press("C-c");
    assertThat(program.isOver()).isFalse();
    tmux.press("C-c");

    program.awaitEnd();
    assertThat(program.exitCode()).isEqualTo("130");
    assertThat(program.lines(FaultEvent.Injected.class)).hasSize(1);
    assertThat(program.lines(FaultEvent.Ended.class)).hasSize(1);
    program.assertNothingIsLeft();
  }

  private void open(String... settings) throws IOException, InterruptedException {
    Path output = folder.resolve("out");
    String command =
        LiveProgram.java(System.getProperty("java.class.path"), output, "ratelimiter", settings);
    program =
        LiveProgram.open(folder, new LiveProgram.Start("ratelimiter", output, 120, 36, command));
    tmux = program.tmux();
  }
}
