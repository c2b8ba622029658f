package io.chaoschapters.presenter.live;

import io.chaoschapters.junit.OpenShows;
import io.chaoschapters.junit.RunSession;
import io.chaoschapters.run.PresenterAction;
import io.chaoschapters.run.PresenterEvent;
import io.chaoschapters.waiting.DaemonThreads;

/** The controls of the show that is on, which may be none yet. */
final class LiveControls implements ShowControls {
  /** What shells report of a program that Ctrl-C has ended. */
  private static final int INTERRUPTED = 130;

  private final OpenShows shows;

  LiveControls(OpenShows shows) {
    this.shows = shows;
  }

  @Override
  public void note(PresenterAction action) {
    shows.current().ifPresent(on -> on.journal().append(new PresenterEvent.Acted(action)));
  }

  @Override
  public void abortFault() {
    // A rollback can take seconds, and keys must be read meanwhile.
    shows
        .current()
        .flatMap(RunSession::experimentRun)
        .ifPresent(run -> DaemonThreads.thread("chapters-abort", run::abort).start());
  }

  @Override
  public void leaveAtOnce() {
    Thread leaving = DaemonThreads.thread("chapters-leave", () -> System.exit(INTERRUPTED));
    leaving.setDaemon(false); // else the JVM might end by itself, with another exit code
    leaving.start();
  }
}
