package io.chaoschapters.junit;

import io.chaoschapters.run.file.JournalListener;
import io.chaoschapters.session.Closing;
import java.util.Optional;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What the live runner plays chapters under: who leads, and where events are shown. Shows that
 * begin under it live as long as it does, over several executions.
 *
 * <p>The launcher session has a store for such things from JUnit 5.13 on only, and a launcher hands
 * extensions nothing but texts: they find it by the thread, which is the one that launches.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class StageHost implements AutoCloseable {
  private static final ThreadLocal<@Nullable StageHost> LEADS = new ThreadLocal<>();

  private final OpenShows shows;
  private final Conductor conductor;
  private final JournalListener stage;
  private volatile boolean closed;

  /**
   * A host for the shows of one presentation.
   *
   * @param shows where others see them
   */
  public StageHost(Conductor conductor, JournalListener stage, OpenShows shows) {
    this.shows = shows;
    this.conductor = conductor;
    this.stage = stage;
  }

  /** Runs an execution of the launcher, which must not be parallel, under this host. */
  public void lead(Runnable execution) {
    StageHost before = LEADS.get();
    LEADS.set(this);
    try {
      execution.run();
    } finally {
      if (before == null) {
        LEADS.remove();
      } else {
        LEADS.set(before);
      }
    }
  }

  /** The one under which this thread plays; empty when chapters run as plain tests. */
  static Optional<StageHost> leading() {
    return Optional.ofNullable(LEADS.get());
  }

  /** The shows that are open under this host. */
  public OpenShows shows() {
    return shows;
  }

  Conductor conductor() {
    return conductor;
  }

  JournalListener stage() {
    return stage;
  }

  /** Opens no show any more once it is closed: a chapter may still be on its way out then. */
  RunSession show(String subject, Supplier<RunSession> opener) {
    if (closed) {
      throw new IllegalStateException("The presentation is over.");
    }
    return shows.of(subject, opener);
  }

  /** The namespace as extensions name it: equal parts are equal. */
  static ExtensionContext.Namespace extensionNamespace() {
    return ExtensionContext.Namespace.create("io.chaoschapters");
  }

  /** Ends the show of a subject, so that the next chapter begins with a fresh cluster. */
  public void end(String subject) {
    shows.remove(subject).ifPresent(RunSession::close);
  }

  /** Ends every show. */
  @Override
  public void close() {
    closed = true;
    Closing.reverse(shows.removeAll());
  }
}
