package io.chaoschapters.stage.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import com.googlecode.lanterna.terminal.Terminal;
import com.googlecode.lanterna.terminal.virtual.DefaultVirtualTerminal;
import io.chaoschapters.run.PresenterAction;
import io.chaoschapters.run.Script;
import io.chaoschapters.run.view.RunProjection;
import io.chaoschapters.stage.PresenterCommand;
import io.chaoschapters.stage.Shows;
import io.chaoschapters.stage.frame.Palette;
import io.chaoschapters.stage.frame.Theme;
import io.chaoschapters.stage.text.Symbols;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalStageTest {
  @TempDir private Path folder;

  private final List<PresenterCommand> commands = new CopyOnWriteArrayList<>();
  private final DefaultVirtualTerminal terminal =
      new DefaultVirtualTerminal(new TerminalSize(120, 36));
  private TerminalStage stage;

  private Optional<String> heard(PresenterCommand command) {
    commands.add(command);
    return command.is(PresenterAction.JUMP)
        ? Optional.of("There is no chapter " + command.chapter() + ".")
        : Optional.empty();
  }

  @BeforeEach
  void open() throws IOException {
    stage = TerminalStage.over(terminal, options(), this::heard);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  private StageOptions options() {
    Theme theme = new Theme(Palette.DARK, Symbols.UNICODE);
    return new StageOptions(theme, folder.resolve("stills"), null, System::nanoTime);
  }

  private void play(Script script) {
    script.entries().forEach(new RunProjection(stage)::on);
  }

  /** As {@link io.chaoschapters.stage.Frame#text} has a frame. */
  private String screen() {
    StringBuilder out = new StringBuilder();
    TerminalSize size = terminal.getTerminalSize();
    for (int row = 0; row < size.getRows(); row++) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < size.getColumns(); column++) {
        line.append(terminal.getCharacter(new TerminalPosition(column, row)).getCharacterString());
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
    return out.toString();
  }

  @Test
  void events_reachTheScreen() {
    play(Shows.injecting());

    await().until(() -> screen().contains("freeze on till-2"));
    await().until(() -> screen().contains("▲ over limit 100"));
    assertThat(terminal.getCharacter(0, 0).getBackgroundColor()).isEqualTo(TextColor.ANSI.RED);
  }

  /** As the JVM does with its warnings: past every stream that a program could take over. */
  @Test
  void whatOthersWriteOverTheStage_doesNotStay() throws IOException {
    stage.close();
    // A clock that moves only here: on a busy machine, values would grow stale meanwhile.
    AtomicLong nanos = new AtomicLong();
    StageOptions still = new StageOptions(options().theme(), folder, null, nanos::get);
    try (TerminalStage drawn = TerminalStage.over(terminal, still, this::heard)) {
      Shows.normal().entries().forEach(new RunProjection(drawn)::on);
      await().untilAsserted(() -> assertThat(screen()).isEqualTo(drawn.frame().text()));

      for (int line = 0; line < 40; line++) { // the last ones scroll the picture away
        terminal.putString("WARNING: a restricted method has been called");
        terminal.putCharacter('\n');
      }
      assertThat(screen()).contains("WARNING");
      nanos.addAndGet(TimeUnit.SECONDS.toNanos(2));

      await().untilAsserted(() -> assertThat(screen()).isEqualTo(drawn.frame().text()));
    }
  }

  /** A line about a moment that has passed would hide the keys for the rest of a chapter. */
  @Test
  void messageGoesAwayByItself() throws IOException {
    stage.close();
    AtomicLong nanos = new AtomicLong();
    StageOptions still = new StageOptions(options().theme(), folder, null, nanos::get);
    try (TerminalStage drawn = TerminalStage.over(terminal, still, this::heard)) {
      Shows.normal().entries().forEach(new RunProjection(drawn)::on);
      drawn.message("the cluster is still starting");
      await().until(() -> screen().contains("still starting"));

      nanos.addAndGet(TimeUnit.SECONDS.toNanos(5));

      await().until(() -> !screen().contains("still starting") && screen().contains("? help"));
    }
  }

  @Test
  void key_becomesACommand() {
    play(Shows.normal());
    terminal.addInput(new KeyStroke(' ', false, false));

    await().until(() -> commands.contains(PresenterCommand.of(PresenterAction.NEXT)));
  }

  @Test
  void answerToACommand_isShownToThePresenter() {
    play(Shows.normal());
    terminal.addInput(new KeyStroke('g', false, false));
    terminal.addInput(new KeyStroke('8', false, false));
    terminal.addInput(new KeyStroke(KeyType.Enter));

    await().until(() -> screen().contains("There is no chapter 8."));
  }

  @Test
  void resize_isFollowedAndTooSmallSaysWhatIsNeeded() {
    play(Shows.normal());
    await().until(() -> screen().contains("6 LOG"));

    terminal.setTerminalSize(new TerminalSize(80, 24));
    await().until(() -> !screen().contains("6 LOG") && screen().contains("A till freezes"));

    terminal.setTerminalSize(new TerminalSize(60, 20));
    await().until(() -> screen().contains("the stage needs 80 x 24"));

    terminal.setTerminalSize(new TerminalSize(200, 60));
    await().until(() -> screen().contains("6 LOG"));
  }

  @Test
  void still_isSavedAsTextAndPicture() {
    play(Shows.normal());
    terminal.addInput(new KeyStroke('s', false, false));
    terminal.addInput(new KeyStroke('s', false, false));

    Path stills = folder.resolve("stills");
    await().until(() -> Files.exists(stills.resolve("still-002.svg")));
    assertThat(stills.resolve("still-001.txt")).content().contains("A till freezes");
  }

  @Test
  void copy_isAlsoAFile() {
    play(Shows.answered());
    terminal.addInput(new KeyStroke('c', false, false));

    Path copy = folder.resolve("stills").resolve("copy-001.txt");
    await().until(() -> Files.exists(copy));
    await().untilAsserted(() -> assertThat(copy).content().contains("EMPTY SHELF"));
  }

  @Test
  void endOfInput_isTakenForQuit() {
    terminal.addInput(new KeyStroke(KeyType.EOF));

    await().until(() -> commands.stream().anyMatch(command -> command.is(PresenterAction.QUIT)));
  }

  @Test
  void close_endsBothThreadsAndMayBeCalledAgain() {
    stage.close();
    stage.close();

    await()
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().startsWith("chapters-stage")));
  }

  @Test
  void terminalThatGoesAway_isTakenForQuitOnce() throws IOException {
    stage.close();
    AtomicBoolean broken = new AtomicBoolean();
    try (TerminalStage second = TerminalStage.over(fragile(broken), options(), this::heard)) {
      broken.set(true);
      new RunProjection(second).on(Shows.started().entries().get(0));

      await().until(() -> !commands.isEmpty());
    }
    assertThat(commands)
        .singleElement()
        .satisfies(
            command ->
                assertThat(command.trouble())
                    .hasValueSatisfying(
                        trouble -> assertThat(trouble).startsWith("the terminal is gone")));
  }

  /** A virtual terminal whose line can be cut. */
  private static Terminal fragile(AtomicBoolean broken) {
    DefaultVirtualTerminal whole = new DefaultVirtualTerminal(new TerminalSize(80, 24));
    return (Terminal)
        Proxy.newProxyInstance(
            Terminal.class.getClassLoader(),
            new Class<?>[] {Terminal.class},
            (proxy, method, arguments) -> {
              if (broken.get()) {
                throw new IOException("Input/output error");
              }
              return method.invoke(whole, arguments);
            });
  }

  @Test
  void noTerm_isSaidInOneSentence() {
    TerminalAttempt unset = TerminalStage.open(options(), Map.of(), this::heard);
    TerminalAttempt dumb = TerminalStage.open(options(), Map.of("TERM", "dumb"), this::heard);

    assertThat(unset.stage()).isEmpty();
    assertThat(unset.reason())
        .isEqualTo("No stage: TERM is not set, so nothing can be drawn; the plain log is printed.");
    assertThat(dumb.reason()).contains("TERM is 'dumb'");
  }
}
