package io.chaoschapters.junit;

import io.chaoschapters.run.file.JournalListener;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.engine.support.store.Namespace;

/**
 * What the live runner puts into the launcher session's store before it launches: who leads, and
 * where events are shown. Shows that begin under it live as long as it does, over several
 * executions.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class StageHost implements AutoCloseable {
  /** The namespace of the launcher session's store under which it is found. */
  public static final Namespace NAMESPACE = Namespace.create("io.chaoschapters");

  /** Its key. */
  public static final String KEY = "stage-host";

  private final Map<String, Show> shows = new ConcurrentHashMap<>();
  private final Conductor conductor;
  private final JournalListener stage;
  private volatile boolean closed;

  /** A host for the shows of one presentation. */
  public StageHost(Conductor conductor, JournalListener stage) {
    this.conductor = conductor;
    this.stage = stage;
  }

  Conductor conductor() {
    return conductor;
  }

  JournalListener stage() {
    return stage;
  }

  /** Opens no show any more once it is closed: a chapter may still be on its way out then. */
  Show show(String subject, Supplier<Show> opener) {
    if (closed) {
      throw new IllegalStateException("The presentation is over.");
    }
    return shows.computeIfAbsent(subject, id -> opener.get());
  }

  /** The open show of a subject, for the presenter's commands; null when there is none. */
  public @org.jspecify.annotations.Nullable Show show(String subject) {
    return shows.get(subject);
  }

  /** The namespace as extensions name it: equal parts are equal. */
  static ExtensionContext.Namespace extensionNamespace() {
    return ExtensionContext.Namespace.create("io.chaoschapters");
  }

  /** Ends the show of a subject, so that the next chapter begins with a fresh cluster. */
  public void end(String subject) {
    Show show = shows.remove(subject);
    if (show != null) {
      show.close();
    }
  }

  /** Ends every show. */
  @Override
  public void close() {
    closed = true;
    List<Show> open = List.copyOf(shows.values());
    shows.clear();
    Closing.reverse(open);
  }
}
