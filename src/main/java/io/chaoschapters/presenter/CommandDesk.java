package io.chaoschapters.presenter;

import io.chaoschapters.chaos.ExperimentRun;
import io.chaoschapters.journal.EventType;
import io.chaoschapters.junit.Show;
import io.chaoschapters.stage.PresenterCommand;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes the presenter's commands from the thread that reads keys.
 *
 * <p>While nothing plays, or a failure is reviewed, commands queue up for whoever waits at the
 * desk. While a chapter plays, a command acts at once: it may take the fault away, or end the
 * chapter and say what comes next. A chapter is ended by interrupting its thread; that can only cut
 * short what it waits for, because everything is undone on threads of its own.
 */
final class CommandDesk {
  private final BlockingQueue<PresenterCommand> queue = new LinkedBlockingQueue<>();
  private final AtomicReference<@Nullable Thread> playing = new AtomicReference<>();
  private final AtomicReference<@Nullable PresenterCommand> afterwards = new AtomicReference<>();
  private final Supplier<Optional<Show>> show;
  private volatile boolean waitingForCondition;
  private volatile boolean reviewing;

  /**
   * Makes a desk.
   *
   * @param show the show that is on, if one is
   */
  CommandDesk(Supplier<Optional<Show>> show) {
    this.show = show;
  }

  /** Obeys or queues a command. Quick: it is called by the thread that reads keys. */
  void accept(PresenterCommand command) {
    note(command);
    Thread thread = playing.get();
    if (thread == null || reviewing) {
      if (reviewing && isLeaving(command)) {
        afterwards.set(command);
      }
      queue.add(command);
      return;
    }
    if (command instanceof PresenterCommand.AbortFault) {
      show.get().flatMap(Show::experimentRun).ifPresent(ExperimentRun::abort);
    } else if (isLeaving(command)) {
      afterwards.set(command);
      thread.interrupt();
    } else if (command instanceof PresenterCommand.Next && waitingForCondition) {
      thread.interrupt();
    }
  }

  private static boolean isLeaving(PresenterCommand command) {
    return command instanceof PresenterCommand.Quit
        || command instanceof PresenterCommand.QuitNow
        || command instanceof PresenterCommand.Jump
        || command instanceof PresenterCommand.RetryChapter
        || command instanceof PresenterCommand.ResetSubject;
  }

  private void note(PresenterCommand command) {
    boolean forced =
        command instanceof PresenterCommand.Next && playing.get() != null && waitingForCondition;
    String name = forced ? "forced advance" : command.getClass().getSimpleName();
    show.get().ifPresent(on -> on.journal().append(EventType.PRESENTER, Map.of("command", name)));
  }

  /** The chapter waits for something of the system; Next then forces it to go on. */
  void waitingForCondition(boolean waiting) {
    waitingForCondition = waiting;
  }

  /** A failure is reviewed; commands queue up until that is over. */
  void reviewing(boolean now) {
    reviewing = now;
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
   * @return what the presenter wants afterwards, or null for the next chapter
   */
  @Nullable PresenterCommand play(Runnable chapter) {
    queue.clear();
    afterwards.set(null);
    playing.set(Thread.currentThread());
    try {
      chapter.run();
    } finally {
      playing.set(null);
      waitingForCondition = false;
      reviewing = false;
      // An interrupt that came too late must not end what comes next.
      Thread.interrupted();
    }
    return afterwards.get();
  }
}
