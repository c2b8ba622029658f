package io.chaoschapters.presenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chaoschapters.run.ChapterResult;
import io.chaoschapters.run.FaultEvent;
import io.chaoschapters.run.PresenterEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Everything that can go wrong with a terminal, on the real program with the toy's show. After each
 * the terminal is as it was and no fault is left.
 */
class ToyShowTmuxTest {
  private static final String POLL = "-Dchapters.poll=50";

  @TempDir Path folder;
  private final List<LiveProgram> programs = new ArrayList<>();
  private String classPath;

  @BeforeEach
  void compile() throws IOException {
    assumeTrue(Tmux.isInstalled(), "tmux is not installed, and it is the terminal of this test");
    classPath = ToyShow.classPath(folder.resolve("toy"));
  }

  @AfterEach
  void closeTerminals() throws IOException, InterruptedException {
    for (LiveProgram program : programs) {
      program.close();
    }
  }

  @Test
  void oddNarrationAndKeys_areTakenAndTheShowGoesOn() throws Exception {
    LiveProgram show = open("one", 80, 24);
    Tmux tmux = show.tmux();
    tmux.awaitText("page 1 of ");
    assertThat(tmux.screen())
        .contains("Two nodes □ and one queue", "A rocket □, a bell  and a red", "✅Root ❌cause.");
    tmux.press("Z");
    tmux.awaitText("no such key");
    tmux.press("Space");
    tmux.awaitText("page 2 of ");
    tmux.press("Left");
    tmux.awaitText("page 1 of ");
    tmux.press("n");
    tmux.awaitText("Notes: Breathe.");
    tmux.press("n");
    tmux.press("?");
    tmux.awaitText("reset the subject");
    tmux.press("4");
    tmux.awaitText("nodes serving");
    tmux.press("Escape");
    tmux.awaitText("page 1 of ");
    tmux.press("s");
    tmux.awaitText("saved ");
    tmux.press("c");
    tmux.awaitText("copied");
    assertThat(tmux.clipboard()).contains("LOG");
    assertThat(show.run().resolve("still-001.svg")).exists();
    tmux.press("f");
    tmux.awaitText("FROZEN");
    tmux.press("f");
    tmux.press("q");
    show.awaitEnd();

    assertThat(show.exitCode()).isEqualTo("0");
    show.assertNothingIsLeft();
    assertThat(show.run().resolve("notes.txt")).content().contains("Breathe.");
  }

  /** The JVM's warnings and those of native libraries go to the terminal past all streams. */
  @Test
  void whatOthersWriteOnTheTerminal_doesNotStay() throws Exception {
    LiveProgram show = open("one", 80, 24);
    Tmux tmux = show.tmux();
    tmux.awaitText("page 1 of ");

    Path terminal = Path.of(tmux.tty());
    Awaitility.await("what others write")
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              Files.writeString(terminal, "WARNING: a restricted method was called\r\n".repeat(30));
              return tmux.screen().contains("WARNING");
            });
    Awaitility.await().until(() -> !tmux.screen().contains("WARNING"));
    assertThat(tmux.screen()).contains("page 1 of ", "Two nodes □ and one queue");
    tmux.press("q");
    show.awaitEnd();
    assertThat(show.run().resolve("show.cast")).content().doesNotContain("WARNING");
  }

  @Test
  void forcedAdvanceAndReset_areMarkedAndTheClusterIsFresh() throws Exception {
    LiveProgram show = open("one", 120, 36, "-Dchapter=2");
    Tmux tmux = show.tmux();
    tmux.awaitText("the cue to begin");
    tmux.press("Space");
    tmux.awaitText("waiting for violation");
    tmux.press("Space");
    tmux.awaitText("the cue to go on");
    assertThat(show.lines(PresenterEvent.Acted.class)).last().asString().contains("FORCED_ADVANCE");
    assertThat(show.lines(ChapterResult.class)).last().asString().contains("\"UNKNOWN\"");
    assertThat(show.lines(FaultEvent.Ended.class)).hasSize(1);
    Path before = show.run();
    tmux.press("R");
    tmux.awaitText("the cue to begin");
    assertThat(show.run()).isNotEqualTo(before);
    tmux.press("q");
    show.awaitEnd();

    assertThat(show.exitCode()).isEqualTo("0");
    show.assertNothingIsLeft();
  }

  @Test
  void wrongDiagnosis_pausesUntilAnotherIsAsked() throws Exception {
    LiveProgram show = open("one", 80, 24, "-Dchapter=3", "-Dai=always-wrong,toy");
    Tmux tmux = show.tmux();
    tmux.awaitText("the cue to begin");
    tmux.press("Space");
    show.awaitReviews(1);
    tmux.awaitText("EXPECTED");
    tmux.press("e");
    tmux.awaitText("THE EVIDENCE AND THE PROMPT");
    tmux.press("e");
    tmux.press("a");
    show.awaitReviews(2);
    tmux.awaitText("toy: queue overflow");
    tmux.press("c");
    tmux.awaitText("the cue to go on");
    tmux.press("q");
    show.awaitEnd();

    assertThat(show.lines(ChapterResult.class)).singleElement().asString().contains("FAIL");
    show.assertNothingIsLeft();
  }

  @Test
  void interruptInAFault_asksFirstAndTheFaultIsUndone() throws Exception {
    LiveProgram show = injecting("one");
    Tmux tmux = show.tmux();
    tmux.press("C-c");
    tmux.awaitText("A fault is active. Undo it and quit?");
    tmux.press("n");
    tmux.awaitText("abort fault");
    assertThat(show.isOver()).isFalse();
    tmux.resize(60, 20);
    tmux.awaitText("is too small");
    tmux.press("C-c");
    tmux.resize(120, 36);
    tmux.awaitText("A fault is active. Undo it and quit?");
    tmux.press("y");
    show.awaitEnd();

    assertThat(show.exitCode()).isEqualTo("0");
    show.assertNothingIsLeft();
  }

  @Test
  void terminalThatGoesAwayBesideAnotherShow_undoesItsOwnFaultOnly() throws Exception {
    LiveProgram first = injecting("one");
    LiveProgram second = injecting("two");
    first.signal("HUP");
    first.awaitEnd();

    assertThat(first.exitCode()).isEqualTo("129");
    first.assertNothingIsLeft();
    second.tmux().press("f");
    second.tmux().awaitText("FROZEN");
    assertThat(second.lines(FaultEvent.Ended.class)).isEmpty();
    second.tmux().press("q");
    second.tmux().awaitText("Undo it and quit?");
    second.tmux().press("y");
    second.awaitEnd();
    assertThat(second.exitCode()).isEqualTo("0");
    second.assertNothingIsLeft();
  }

  @ParameterizedTest
  @CsvSource({
    "env TERM=dumb, '', TERM is 'dumb'",
    "env TERM=, '', TERM is not set",
    "'', '< /dev/null', input or output is not a terminal",
    "'', '<&-', input or output is not a terminal",
    "'', '2>&1 | cat', input or output is not a terminal",
  })
  void noStage_isSaidInOneSentenceAndThePlainLogGoesOn(
      String environment, String redirection, String sentence) throws Exception {
    Path output = folder.resolve("out");
    String command =
        environment
            + " "
            + LiveProgram.java(classPath, output, "toy", "-Dchapter=3", "-Dai=toy", POLL)
            + " "
            + redirection;
    LiveProgram show = start("plain", new LiveProgram.Start("toy", output, 120, 36, command));
    show.awaitEnd();

    assertThat(show.tmux().printed())
        .contains("No stage: ", sentence, "✓ PASS")
        .doesNotContain("\u001b");
    assertThat(show.exitCode()).isEqualTo("0");
    show.assertNothingIsLeft();
  }

  /**
   * The default character set says nothing of a terminal: on JDK 18 and newer it is always UTF-8.
   */
  @Test
  void aTerminalInTheCLocale_isSentAsciiOnly() throws Exception {
    Path output = folder.resolve("out");
    String command =
        "env LC_ALL=C "
            + LiveProgram.java(
                classPath, output, "toy", "-Dfile.encoding=UTF-8", "-Dchapter=3", "-Dai=toy", POLL);
    LiveProgram show = start("ascii", new LiveProgram.Start("toy", output, 120, 36, command));
    show.tmux().awaitText("the cue to begin");
    show.tmux().press("Space");
    show.tmux().awaitText("+ PASS");
    show.tmux().press("q");
    show.awaitEnd();

    assertThat(show.run().resolve("show.cast")).content().isASCII();
    assertThat(show.tmux().printed()).contains("+ PASS").isASCII();
    show.assertNothingIsLeft();
  }

  /** A show with its fault in place. */
  private LiveProgram injecting(String name) throws Exception {
    LiveProgram show = open(name, 120, 36, "-Dchapter=2");
    show.tmux().awaitText("the cue to begin");
    show.tmux().press("Space");
    show.tmux().awaitText("waiting for violation");
    show.awaitEvents(FaultEvent.Witnessed.class, 1);
    return show;
  }

  private LiveProgram open(String name, int columns, int rows, String... settings)
      throws IOException, InterruptedException {
    Path output = folder.resolve(name + "-out");
    List<String> all = new ArrayList<>(List.of(settings));
    all.add(POLL);
    String command = LiveProgram.java(classPath, output, "toy", all.toArray(String[]::new));
    return start(name, new LiveProgram.Start("toy", output, columns, rows, command));
  }

  private LiveProgram start(String name, LiveProgram.Start start)
      throws IOException, InterruptedException {
    LiveProgram program = LiveProgram.open(Files.createDirectories(folder.resolve(name)), start);
    programs.add(program);
    return program;
  }
}
