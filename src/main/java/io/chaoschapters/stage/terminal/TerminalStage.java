package io.chaoschapters.stage.terminal;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import com.googlecode.lanterna.terminal.Terminal;
import io.chaoschapters.run.ChapterEvent;
import io.chaoschapters.run.JournalEntry;
import io.chaoschapters.run.view.RunListener;
import io.chaoschapters.run.view.RunView;
import io.chaoschapters.run.view.WaitView;
import io.chaoschapters.stage.FrameRenderer;
import io.chaoschapters.stage.PresenterCommand;
import io.chaoschapters.stage.StageClock;
import io.chaoschapters.stage.frame.Frame;
import io.chaoschapters.stage.panel.ViewState;
import io.chaoschapters.stage.recording.CastRecorder;
import io.chaoschapters.text.Failure;
import io.chaoschapters.waiting.ExitHook;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stage on a terminal.
 *
 * <p>The journal's threads only put the newest state down. One thread draws it, at most ten times a
 * second and only what changed; another turns keys into commands, which it hands over one after the
 * other. The terminal is given back on every way out: {@link #close}, the end of the JVM, a signal.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class TerminalStage implements RunListener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TerminalStage.class);
  private static final long REPAINT_AFTER = TimeUnit.SECONDS.toNanos(2);
  private static final long MESSAGE_STAYS = TimeUnit.SECONDS.toNanos(5);

  private final AtomicReference<RunView> run = new AtomicReference<>(RunView.live());
  private final AtomicReference<ViewState> view = new AtomicReference<>(ViewState.initial());
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicBoolean drawable = new AtomicBoolean(true);
  private final AtomicBoolean gone = new AtomicBoolean();
  private final KeyBindings keys = new KeyBindings();
  private final StageOptions options;
  private final Terminal terminal;
  private final AlternateScreen screen;
  private final FramePainter painter;
  private final StageClock clock;
  private final Function<PresenterCommand, Optional<String>> commands;
  private final RenderLoop drawing;
  private final KeyPoll polling;
  private final ExitHook hook = new ExitHook("chapters-stage-restore", this::restore);
  private volatile TerminalSize size;
  private volatile @Nullable Long firstFrame;
  private long repainted;
  private String message = "";
  private long messageSince;

  private TerminalStage(
      Terminal terminal,
      StageOptions options,
      Function<PresenterCommand, Optional<String>> commands)
      throws IOException {
    this.terminal = terminal;
    this.options = options;
    this.commands = commands;
    this.size = terminal.getTerminalSize();
    this.screen = new AlternateScreen(terminal, size);
    this.painter = new FramePainter(terminal);
    this.clock = new StageClock(options.nanoTime());
    this.repainted = options.nanoTime().getAsLong();
    this.drawing = new RenderLoop("chapters-stage-draw", this::draw, this::isMoving);
    this.polling = new KeyPoll(this::pollKeys);
  }

  /**
   * Takes over the terminal of this process.
   *
   * @param environment where {@code TERM} is looked up
   * @param commands is given what the presenter wants, one after the other, and answers with a line
   *     for them or none, by the thread that reads keys; must be quick
   */
  public static TerminalAttempt open(
      StageOptions options,
      Map<String, String> environment,
      Function<PresenterCommand, Optional<String>> commands) {
    return TtyOpener.open(options, environment, commands);
  }

  /**
   * Takes over a given terminal.
   *
   * @throws IOException when it cannot be written to
   */
  public static TerminalStage over(
      Terminal terminal,
      StageOptions options,
      Function<PresenterCommand, Optional<String>> commands)
      throws IOException {
    TerminalStage stage = new TerminalStage(terminal, options, commands);
    try {
      stage.start();
    } catch (IOException | RuntimeException e) {
      stage.restore();
      throw e;
    }
    return stage;
  }

  private void start() throws IOException {
    hook.set();
    CastRecorder recorder = options.recorder();
    if (recorder != null) {
      recorder.start(size.getColumns(), size.getRows());
    }
    screen.enter();
    drawing.start();
    polling.start();
  }

  @Override
  public void on(JournalEntry entry, RunView after) {
    clock.set(entry.elapsed());
    run.set(after);
    if (entry.event() instanceof ChapterEvent.Scheduled) {
      view.updateAndGet(before -> before.withPage(0, 0).withScroll(0));
    }
    drawing.touch();
  }

  /** When the first frame was on the terminal, by the stage's clock; empty before. */
  public OptionalLong firstFrameNanos() {
    Long at = firstFrame;
    return at == null ? OptionalLong.empty() : OptionalLong.of(at);
  }

  /** How wide the terminal is. */
  public int columns() {
    return size.getColumns();
  }

  /** Shows one line to the presenter, in place of the keys, for five seconds or until a key. */
  public void message(String line) {
    view.updateAndGet(before -> before.withMessage(line));
    drawing.touch();
  }

  /** The frame as it is now. */
  public Frame frame() {
    return FrameRenderer.draw(
        run.get(), view.get(), size.getColumns(), size.getRows(), options.theme(), clock.now());
  }

  private void draw() {
    try {
      screen.resized().ifPresent(this::resize);
      takeOldMessageAway();
      painter.paint(frame());
      repaintNowAndThen();
      if (firstFrame == null) {
        firstFrame = options.nanoTime().getAsLong();
      }
    } catch (IOException e) {
      lost(e);
    } catch (RuntimeException e) {
      if (drawable.getAndSet(false)) {
        LOG.error("A frame could not be drawn; the next one is tried", e);
      }
    }
  }

  /** A line about a moment that has passed would hide the keys. Each second there is a frame. */
  private void takeOldMessageAway() {
    long now = options.nanoTime().getAsLong();
    String shown = view.get().message();
    if (!shown.equals(message)) {
      message = shown;
      messageSince = now;
    } else if (!shown.isEmpty() && now - messageSince >= MESSAGE_STAYS) {
      view.updateAndGet(v -> v.message().equals(shown) ? v.withMessage("") : v);
    }
  }

  private void resize(TerminalSize changed) {
    size = changed;
    CastRecorder recorder = options.recorder();
    if (recorder != null) {
      recorder.resized(changed.getColumns(), changed.getRows());
    }
  }

  /**
   * What goes past this program's streams to the terminal, such as a warning of the JVM or of a
   * native library, tears the picture and cannot be noticed. So it does not stay for long. A
   * recording has nothing to mend.
   */
  private void repaintNowAndThen() throws IOException {
    long now = options.nanoTime().getAsLong();
    if (now - repainted < REPAINT_AFTER) {
      return;
    }
    repainted = now;
    CastRecorder recorder = options.recorder();
    if (recorder == null) {
      painter.repaint();
    } else {
      recorder.pauseWhile(painter::repaint);
    }
  }

  /** Whether a clock that counts in tenths of a second or a bar moves on the stage. */
  private boolean isMoving() {
    RunView now = run.get();
    WaitView waiting = now.waiting();
    return now.chaos().isActive() || waiting != null && waiting.progress(clock.now()) < 1;
  }

  private void pollKeys() {
    try {
      KeyStroke key = terminal.pollInput();
      while (key != null && !closed.get()) {
        press(key);
        if (key.getKeyType() == KeyType.EOF) {
          polling.stop();
          return;
        }
        key = terminal.pollInput();
      }
    } catch (IOException e) {
      lost(e);
    } catch (RuntimeException e) {
      LOG.debug("A key could not be obeyed", e);
      message("that key failed: " + e);
    }
  }

  private void press(KeyStroke key) {
    KeyOutcome outcome = keys.press(key, moment());
    ViewState next = outcome.view();
    view.set(
        switch (outcome.errand()) {
          case NONE -> next;
          case SAVE_STILL -> next.withMessage(stills().save(frame()));
          case COPY_PANEL -> next.withMessage(copy(next));
        });
    drawing.hurry();
    outcome.command().flatMap(commands).ifPresent(this::message);
  }

  private Stills stills() {
    return Stills.in(run.get().facts().artifacts(), options.stills());
  }

  private KeyMoment moment() {
    RunView shown = run.get();
    ViewState looked = view.get();
    int pages = FrameRenderer.narrationPages(shown, looked, size.getColumns(), size.getRows());
    return new KeyMoment(shown, looked, pages, size.getRows(), clock.now());
  }

  private String copy(ViewState looked) {
    Frame panel = PanelCopy.of(run.get(), looked, options.theme(), clock.now());
    String saved = stills().copy(panel);
    if (terminal instanceof TtyTerminal tty) {
      try {
        tty.copy(panel.text());
      } catch (IOException e) {
        lost(e);
      }
    }
    return saved;
  }

  /** The terminal went away: the presenter's hands are gone, so the show ends in good order. */
  private void lost(IOException cause) {
    if (closed.get() || !gone.compareAndSet(false, true)) {
      return;
    }
    LOG.debug("The terminal is gone", cause);
    drawing.stop();
    polling.stop();
    commands.apply(PresenterCommand.quitBecause("the terminal is gone: " + Failure.words(cause)));
  }

  /** Ends both threads and gives the terminal back as it was. */
  @Override
  public void close() {
    restore();
    hook.remove();
  }

  private void restore() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    polling.stop();
    drawing.stop();
    try {
      screen.leave();
    } catch (IOException | RuntimeException e) {
      LOG.debug("The screen could not be left", e);
    }
    try {
      terminal.close();
      terminal.flush();
    } catch (IOException | RuntimeException e) {
      LOG.debug("The terminal could not be closed", e);
    }
  }
}
