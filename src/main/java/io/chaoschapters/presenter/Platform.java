package io.chaoschapters.presenter;

import io.chaoschapters.journal.JournalEvent;
import io.chaoschapters.journal.JournalListener;
import io.chaoschapters.junit.ChapterPlan;
import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.stage.EventWords;
import io.chaoschapters.stage.RunSummary;
import io.chaoschapters.stage.SummaryTable;
import io.chaoschapters.stage.Symbols;
import io.chaoschapters.stage.Theme;
import io.chaoschapters.stage.plain.PlainStage;
import io.chaoschapters.stage.terminal.Opening;
import io.chaoschapters.stage.terminal.StageOptions;
import io.chaoschapters.stage.terminal.TerminalStage;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a live show is seen: the terminal and its recording, or the plain log. */
final class Platform implements JournalListener, AutoCloseable {
  private final PrintStream out;
  private final Symbols symbols;
  private final CommandDesk desk;
  private final Recording recording;
  private final @Nullable TerminalStage terminal;
  private final JournalListener stage;
  private RunSummary summary = RunSummary.empty();
  private String artefacts = "";

  private Platform(
      PrintStream out,
      Symbols symbols,
      CommandDesk desk,
      Recording recording,
      @Nullable TerminalStage terminal) {
    this.out = out;
    this.symbols = symbols;
    this.desk = desk;
    this.recording = recording;
    this.terminal = terminal;
    this.stage = terminal == null ? new PlainStage(out, symbols) : terminal;
  }

  /** Takes over the terminal; says why in one sentence when there is none. */
  static Platform open(Settings settings, PrintStream out, ChapterPlan plan, CommandDesk desk) {
    Symbols symbols = symbols(settings);
    Theme theme = Theme.of(settings.text(KnownSettings.THEME), symbols, System.getenv());
    Recording recording =
        Recording.begin(settings.text(KnownSettings.OUTPUT), plan.subject(), Instant.now());
    StageOptions options =
        new StageOptions(theme, recording.folder(), recording.recorder(), System::nanoTime);
    Opening opening = TerminalStage.open(options, System.getenv(), desk::accept);
    Optional<TerminalStage> terminal = opening.stage();
    if (terminal.isEmpty()) {
      out.println(opening.reason());
    }
    return new Platform(out, symbols, desk, recording, terminal.orElse(null));
  }

  private static Symbols symbols(Settings settings) {
    return switch (settings.text(KnownSettings.SYMBOLS)) {
      case "unicode" -> Symbols.UNICODE;
      case "ascii" -> Symbols.ASCII;
      default -> Symbols.forCharset(Charset.defaultCharset());
    };
  }

  /** Whether somebody can press keys. */
  boolean isAttended() {
    return terminal != null;
  }

  /** Shows the presenter one line. */
  void message(String line) {
    if (terminal != null) {
      terminal.message(line);
    }
  }

  @Override
  public void on(JournalEvent event) {
    stage.on(event);
    recording.on(event, EventWords.of(event, symbols));
    summary = summary.apply(event);
    switch (event.type()) {
      case RUN_STARTED -> artefacts = event.text("artefacts");
      case WAITING -> desk.waitingForCondition(event.text("kind").isEmpty());
      case CHAPTER_STARTED, DIAGNOSIS_ASKED, CHAPTER_JUDGED -> desk.waitingForCondition(false);
      default -> {}
    }
  }

  /** Gives the terminal back, keeps the recording with the run, and prints the results. */
  @Override
  public void close() {
    if (terminal == null) {
      recording.discard();
      return;
    }
    terminal.close();
    recording.keepIn(artefacts);
    SummaryTable.lines(summary, symbols).forEach(out::println);
    if (!artefacts.isEmpty()) {
      out.println();
      out.println("artefacts: " + artefacts);
    }
    out.flush();
  }
}
