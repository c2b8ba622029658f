package io.chaoschapters.presenter.live;

import io.chaoschapters.run.JournalEntry;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.run.view.RunListener;
import io.chaoschapters.run.view.RunView;
import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.stage.PresenterCommand;
import io.chaoschapters.stage.frame.Theme;
import io.chaoschapters.stage.plain.PlainStage;
import io.chaoschapters.stage.plain.SpeakerNotes;
import io.chaoschapters.stage.plain.SummaryTable;
import io.chaoschapters.stage.terminal.StageOptions;
import io.chaoschapters.stage.terminal.TerminalAttempt;
import io.chaoschapters.stage.terminal.TerminalStage;
import io.chaoschapters.stage.text.Symbols;
import io.chaoschapters.text.OutputCharset;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The output of a live show: the terminal and its recording, or the plain log. */
final class StageOutput implements RunListener, AutoCloseable {
  private static final String PIPED =
      "No stage: input or output is not a terminal; the plain log is printed.";

  private static final Logger LOG = LoggerFactory.getLogger(StageOutput.class);

  private final PrintStream out;
  private final Symbols symbols;
  private final String reason;
  private final @Nullable OnTerminal terminal;
  private final RunListener stage;
  private volatile RunView shown = RunView.live();
  private @Nullable SpeakerNotes notes;
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

  private StageOutput(
      PrintStream out, Symbols symbols, @Nullable OnTerminal terminal, String reason) {
    this.out = out;
    this.symbols = symbols;
    this.terminal = terminal;
    this.reason = reason;
    this.stage = terminal == null ? new PlainStage(out, symbols) : terminal.stage();
  }

  /**
   * Takes over the terminal, where there is one.
   *
   * @param keys is given what the presenter wants, and answers with a line for them or none
   */
  static StageOutput open(
      Settings settings,
      PrintStream out,
      Function<PresenterCommand, Optional<String>> keys,
      long beganNanos)
      throws InterruptedException {
    Symbols symbols = symbols(settings, OutputCharset.ofTerminal());
    Symbols plain = symbols(settings, OutputCharset.ofStandardOutput());
    Theme theme = Theme.of(settings.text(KnownSettings.THEME), symbols, System.getenv());
    if (!Interactive.isTerminal()) {
      return new StageOutput(out, plain, null, PIPED);
    }
    Recording recording =
        Recording.begin(
            settings.text(KnownSettings.OUTPUT),
            settings.text(KnownSettings.SUBJECT),
            Instant.now());
    StageOptions options =
        new StageOptions(theme, recording.folder(), recording.recorder(), System::nanoTime);
    TerminalAttempt opening = TerminalStage.open(options, System.getenv(), keys);
    Optional<TerminalStage> taken = opening.stage();
    if (taken.isEmpty()) {
      recording.discard();
      return new StageOutput(out, plain, null, opening.reason());
    }
    ConsoleLog console = ConsoleLog.begin(recording.folder());
    OnTerminal on = new OnTerminal(taken.get(), recording, console, beganNanos);
    return new StageOutput(out, symbols, on, "");
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

  /** Whether keys can be pressed. */
  boolean isAttended() {
    return terminal != null;
  }

  /** Shows the presenter one line. */
  void message(String line) {
    if (terminal != null) {
      terminal.stage().message(line);
    }
  }

  /** The show so far; of several runs, when the presenter had a fresh cluster. */
  RunView run() {
    return shown;
  }

  @Override
  public void on(JournalEntry entry, RunView after) {
    shown = after;
    stage.on(entry, after);
    if (terminal != null) {
      terminal.recording().on(entry, after, symbols);
      speak(entry, after);
      if (entry.event() instanceof RunEvent.ClusterReady) {
        terminal.tellFirstFrame();
      }
    }
  }

  private void speak(JournalEntry entry, RunView after) {
    if (entry.event() instanceof RunEvent.Started started) {
      notes = new SpeakerNotes(Path.of(started.artifacts()).resolve("notes.txt"));
    } else if (notes != null) {
      notes.on(entry, after);
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
    String artifacts = run().facts().artifacts();
    terminal.stage().close();
    terminal.console().end(artifacts);
    terminal.recording().keepIn(artifacts);
    if (!run().results().isEmpty()) {
      SummaryTable.lines(run(), symbols, terminal.stage().columns()).stream()
          .map(symbols::draw)
          .forEach(out::println);
      out.println();
    }
    if (!artifacts.isEmpty()) {
      out.println("artifacts: " + artifacts);
    }
    out.flush();
  }
}
