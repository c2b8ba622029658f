package io.chaoschapters.presenter;

import io.chaoschapters.journal.EventType;
import io.chaoschapters.journal.JournalEvent;
import io.chaoschapters.journal.JournalListener;
import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.stage.EventWords;
import io.chaoschapters.stage.RunSummary;
import io.chaoschapters.stage.SummaryTable;
import io.chaoschapters.stage.Symbols;
import io.chaoschapters.stage.Theme;
import io.chaoschapters.stage.plain.PlainStage;
import io.chaoschapters.stage.plain.SpeakerNotes;
import io.chaoschapters.stage.terminal.Opening;
import io.chaoschapters.stage.terminal.StageOptions;
import io.chaoschapters.stage.terminal.TerminalStage;
import io.chaoschapters.text.OutputCharset;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a live show is seen: the terminal and its recording, or the plain log. */
final class Platform implements JournalListener, AutoCloseable {
  private static final String PIPED =
      "No stage: input or output is not a terminal; the plain log is printed.";

  private static final Logger LOG = LoggerFactory.getLogger(Platform.class);

  private final PrintStream out;
  private final Symbols symbols;
  private final CommandDesk desk;
  private final String reason;
  private final @Nullable OnTerminal terminal;
  private final JournalListener stage;
  private RunSummary summary = RunSummary.empty();
  private String artefacts = "";
  private @Nullable SpeakerNotes notes;
  private String noted = "";
  private boolean closed;

  /** What belongs to a stage that has the terminal. */
  private record OnTerminal(
      TerminalStage stage, Recording recording, ConsoleLog console, long beganNanos) {
    void tellFirstFrame() {
      stage
          .firstFrameNanos()
          .ifPresent(
              at ->
                  LOG.debug(
                      "First frame {} ms after main",
                      TimeUnit.NANOSECONDS.toMillis(at - beganNanos)));
    }
  }

  private Platform(
      PrintStream out,
      Symbols symbols,
      CommandDesk desk,
      @Nullable OnTerminal terminal,
      String reason) {
    this.out = out;
    this.symbols = symbols;
    this.desk = desk;
    this.terminal = terminal;
    this.reason = reason;
    this.stage = terminal == null ? new PlainStage(out, symbols) : terminal.stage();
  }

  /** Takes over the terminal, where there is one. */
  static Platform open(Settings settings, PrintStream out, CommandDesk desk, long beganNanos)
      throws InterruptedException {
    Symbols symbols = symbols(settings, OutputCharset.ofTerminal());
    Symbols plain = symbols(settings, OutputCharset.ofStandardOutput());
    Theme theme = Theme.of(settings.text(KnownSettings.THEME), symbols, System.getenv());
    if (!Interactive.isTerminal()) {
      return new Platform(out, plain, desk, null, PIPED);
    }
    Recording recording =
        Recording.begin(
            settings.text(KnownSettings.OUTPUT),
            settings.text(KnownSettings.SUBJECT),
            Instant.now());
    StageOptions options =
        new StageOptions(theme, recording.folder(), recording.recorder(), System::nanoTime);
    Opening opening = TerminalStage.open(options, System.getenv(), desk::accept);
    Optional<TerminalStage> taken = opening.stage();
    if (taken.isEmpty()) {
      recording.discard();
      return new Platform(out, plain, desk, null, opening.reason());
    }
    ConsoleLog console = ConsoleLog.begin(recording.folder());
    OnTerminal on = new OnTerminal(taken.get(), recording, console, beganNanos);
    return new Platform(out, symbols, desk, on, "");
  }

  /** The show begins: says why in one sentence when there is no stage. */
  void begin() {
    if (!reason.isEmpty()) {
      out.println(reason);
    }
  }

  private static Symbols symbols(Settings settings, Charset charset) {
    return switch (settings.text(KnownSettings.SYMBOLS)) {
      case "unicode" -> Symbols.UNICODE;
      case "ascii" -> Symbols.ASCII;
      default -> Symbols.forCharset(charset);
    };
  }

  /** Whether somebody can press keys. */
  boolean isAttended() {
    return terminal != null;
  }

  /** Shows the presenter one line. */
  void message(String line) {
    if (terminal != null) {
      terminal.stage().message(line);
    }
  }

  /** The results so far. */
  RunSummary summary() {
    return summary;
  }

  @Override
  public void on(JournalEvent event) {
    stage.on(event);
    if (terminal != null) {
      terminal.recording().on(event, EventWords.of(event, symbols));
      speak(event);
      if (event.type() == EventType.CLUSTER_READY) {
        terminal.tellFirstFrame();
      }
    }
    summary = summary.apply(event);
    switch (event.type()) {
      case RUN_STARTED -> artefacts = event.text("artefacts");
      case WAITING -> desk.waitingForCondition(event.text("kind").isEmpty());
      case CHAPTER_STARTED, DIAGNOSIS_ASKED, CHAPTER_JUDGED -> desk.waitingForCondition(false);
      default -> {}
    }
  }

  /** A chapter is announced once more when it begins; its notes are written once. */
  private void speak(JournalEvent event) {
    if (event.type() == EventType.RUN_STARTED) {
      notes = new SpeakerNotes(Path.of(event.text("artefacts")).resolve("notes.txt"));
      noted = "";
    } else if (event.type() == EventType.CHAPTER_SCHEDULED
        && notes != null
        && !noted.equals(event.chapter())) {
      noted = String.valueOf(event.chapter());
      notes.on(event);
    }
  }

  /**
   * Gives the terminal back, keeps the recording with the run, and prints the results. Once is
   * enough.
   */
  @Override
  public synchronized void close() {
    if (closed || terminal == null) {
      return;
    }
    closed = true;
    terminal.stage().close();
    terminal.console().end(artefacts);
    terminal.recording().keepIn(artefacts);
    if (!summary.results().isEmpty()) {
      SummaryTable.lines(summary, symbols).stream().map(symbols::draw).forEach(out::println);
      out.println();
    }
    if (!artefacts.isEmpty()) {
      out.println("artefacts: " + artefacts);
    }
    out.flush();
  }
}
