package io.chaoschapters.presenter.live;

import io.chaoschapters.junit.Show;
import io.chaoschapters.run.PresenterAction;
import io.chaoschapters.run.PresenterEvent;
import io.chaoschapters.waiting.DaemonThreads;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The controls of the show that is on, which may be none yet. */
final class LiveControls implements ShowControls {
  /** What shells report of a program that Ctrl-C has ended. */
  private static final int INTERRUPTED = 130;

  private final AtomicReference<Supplier<Optional<Show>>> show =
      new AtomicReference<>(Optional::empty);
  private final AtomicReference<Consumer<String>> messages = new AtomicReference<>(line -> {});

  void connect(Supplier<Optional<Show>> current, Consumer<String> messageLine) {
    show.set(current);
    messages.set(messageLine);
  }

  private Optional<Show> show() {
    return show.get().get();
  }

  @Override
  public void note(PresenterAction action) {
    show().ifPresent(on -> on.journal().append(new PresenterEvent.Acted(action)));
  }

  @Override
  public void message(String line) {
    messages.get().accept(line);
  }

  @Override
  public void abortFault() {
    // A rollback can take seconds, and keys must be read meanwhile.
    show()
        .flatMap(Show::experimentRun)
        .ifPresent(run -> DaemonThreads.thread("chapters-abort", run::abort).start());
  }

  @Override
  public void leaveAtOnce() {
    Thread leaving = DaemonThreads.thread("chapters-leave", () -> System.exit(INTERRUPTED));
    leaving.setDaemon(false); // else the JVM might end by itself, with another exit code
    leaving.start();
  }
}
