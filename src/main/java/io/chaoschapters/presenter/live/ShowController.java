package io.chaoschapters.presenter.live;

import io.chaoschapters.run.ChapterEvent;
import io.chaoschapters.run.DiagnosisEvent;
import io.chaoschapters.run.JournalEntry;
import io.chaoschapters.run.PresenterAction;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.run.Waiting;
import io.chaoschapters.run.view.RunListener;
import io.chaoschapters.run.view.RunView;
import io.chaoschapters.stage.PresenterCommand;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The one place that decides what a key does. Commands come from the thread that reads keys; the
 * state of the show comes from the journal and from the show loop. No view sets anything here.
 *
 * <p>Between chapters and while a failure is reviewed, commands are queued for the show loop. While
 * a chapter runs, a command acts at once: it aborts the fault, or ends the chapter and says what
 * comes next. A chapter is ended by interrupting its thread. That only cuts its waits short,
 * because rollbacks run on threads of their own.
 */
final class ShowController implements RunListener {
  private enum Phase {
    IDLE,
    STARTING,
    PLAYING,
    REVIEWING,
    ASKING,
    RECOVERING
  }

  private final BlockingQueue<PresenterCommand> queue = new LinkedBlockingQueue<>();
  private final ShowControls controls;
  // Not under the lock: the journal's listeners set it while they hold the journal's.
  private volatile boolean waitingForCondition;
  private volatile boolean held;
  private volatile int chapters;
  private Phase phase = Phase.IDLE;
  private @Nullable Thread playing;
  private @Nullable PresenterCommand wish;
  private @Nullable CountDownLatch confirmation;

  /** For a show whose chapters are not known yet. */
  ShowController(ShowControls controls) {
    this.controls = controls;
  }

  /** The show has so many chapters. */
  void expect(int count) {
    chapters = count;
  }

  /**
   * Obeys or queues a command. Quick: it is called by the thread that reads keys.
   *
   * @return one line for the presenter; empty when there is nothing to say
   */
  Optional<String> accept(PresenterCommand command) {
    if (command.is(PresenterAction.JUMP) && !exists(command.chapter())) {
      return Optional.of(
          chapters == 0
              ? "The show is still opening."
              : RootLocale.format(
                  "There is no chapter %d; the show has %d.", command.chapter(), chapters));
    }
    boolean forced = command.is(PresenterAction.NEXT) && isForced();
    controls.note(forced ? PresenterAction.FORCED_ADVANCE : command.action());
    return switch (command.action()) {
      case QUIT_NOW -> {
        controls.leaveAtOnce();
        yield Optional.empty();
      }
      case HOLD_AUTO_ADVANCE -> Optional.of(hold());
      case ABORT_FAULT -> {
        controls.abortFault();
        cutShort();
        yield Optional.empty();
      }
      default -> obey(command, forced);
    };
  }

  /** Next forces a chapter that waits for something of the system to go on. */
  @Override
  public void on(JournalEntry entry, RunView after) {
    RunEvent event = entry.event();
    if (event instanceof Waiting waiting) {
      waitingForCondition = waiting.kind().isOfMethod();
    } else if (event instanceof ChapterEvent || event instanceof DiagnosisEvent.Asked) {
      waitingForCondition = false;
    }
  }

  private boolean exists(int chapter) {
    return chapter >= 1 && chapter <= chapters;
  }

  private synchronized boolean isForced() {
    return phase == Phase.PLAYING && waitingForCondition;
  }

  private String hold() {
    held = !held;
    queueUnlessPlaying(PresenterCommand.of(PresenterAction.HOLD_AUTO_ADVANCE));
    return held ? "held: nothing goes on by itself" : "goes on by itself again";
  }

  private synchronized void queueUnlessPlaying(PresenterCommand command) {
    if (phase == Phase.IDLE || phase == Phase.REVIEWING) {
      queue.add(command);
    }
  }

  /** After the fault is gone, the awaited violation cannot happen. */
  private synchronized void cutShort() {
    if (isForced()) {
      interrupt();
    } else if (phase == Phase.REVIEWING) {
      queue.add(PresenterCommand.of(PresenterAction.ABORT_FAULT));
    }
  }

  private synchronized Optional<String> obey(PresenterCommand command, boolean forced) {
    boolean leaves = command.action().leaves();
    if (leaves && phase != Phase.IDLE && phase != Phase.STARTING) {
      wish = command;
    }
    switch (phase) {
      case IDLE, REVIEWING -> queue.add(command);
      case STARTING -> {
        if (!leaves && command.is(PresenterAction.NEXT) && confirmation != null) {
          confirmation.countDown();
          return Optional.of("confirmed");
        }
        if (!leaves) {
          return Optional.of("the cluster is still starting");
        }
        queue.add(command);
      }
      case PLAYING -> {
        if (leaves || forced) {
          interrupt();
        }
      }
      case ASKING -> {
        if (leaves) {
          interrupt();
        }
      }
      case RECOVERING -> {
        // Who stays needs the cluster clean; who goes need not wait for it.
        if (command.is(PresenterAction.QUIT)) {
          interrupt();
        }
      }
    }
    return Optional.empty();
  }

  private void interrupt() {
    if (playing != null) {
      playing.interrupt();
    }
  }

  /** Whether the presenter has stopped automatic advance. */
  boolean isHeld() {
    return held;
  }

  /** The cluster starts; only a command that leads elsewhere is kept. */
  synchronized void starting(boolean now) {
    phase = now ? Phase.STARTING : Phase.IDLE;
  }

  /** While the cluster starts: whether the presenter says next in this time. */
  boolean isConfirmed(Duration within) throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    synchronized (this) {
      confirmation = asked;
    }
    try {
      return asked.await(within.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      synchronized (this) {
        confirmation = null;
      }
    }
  }

  /** A failure is reviewed; commands queue up until that is over. */
  synchronized void reviewing(boolean now) {
    phase = now ? Phase.REVIEWING : Phase.PLAYING;
  }

  /** In a review: a diagnoser is asked, which may take long. */
  synchronized void asking(boolean now) {
    phase = now ? Phase.ASKING : Phase.REVIEWING;
  }

  /**
   * The chapter is undone by the calling thread. What ended the chapter must not end the wait for
   * the steady state too, unless the presenter leaves.
   */
  synchronized void recovering(boolean now) {
    phase = now ? Phase.RECOVERING : Phase.PLAYING;
    boolean quits = wish != null && wish.is(PresenterAction.QUIT);
    if (now && !quits) {
      Thread.interrupted();
    } else if (!now && wish != null) {
      Thread.currentThread().interrupt();
    }
  }

  /** The next command, however long it takes. */
  PresenterCommand take() throws InterruptedException {
    return queue.take();
  }

  /** The next command, or null when none comes in time. */
  @Nullable PresenterCommand poll(Duration atMost) throws InterruptedException {
    return queue.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Plays a chapter in the calling thread.
   *
   * @return what the presenter wants afterwards, or null for the next step
   */
  @Nullable PresenterCommand play(Runnable chapter) {
    begin();
    try {
      chapter.run();
    } finally {
      end();
    }
    return lastWish();
  }

  private synchronized void begin() {
    queue.clear();
    wish = null;
    playing = Thread.currentThread();
    phase = Phase.PLAYING;
  }

  private synchronized void end() {
    playing = null;
    phase = Phase.IDLE;
    waitingForCondition = false;
    queue.clear();
    // An interrupt that came too late must not end what comes next.
    Thread.interrupted();
  }

  private synchronized @Nullable PresenterCommand lastWish() {
    return wish;
  }
}
