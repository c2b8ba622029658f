package io.chaoschapters.waiting;

import java.util.concurrent.ThreadFactory;
import org.apiguardian.api.API;

/**
 * Threads that do not keep a JVM alive, by a name that a thread dump shows. Needs nothing but the
 * JDK: guards use it too.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class DaemonThreads {
  private DaemonThreads() {}

  /** Makes threads that all have this name. */
  public static ThreadFactory named(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
