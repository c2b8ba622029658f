package io.chaoschapters.waiting;

import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import org.apiguardian.api.API;

/**
 * The one place where threads are made. They do not keep a JVM alive, have a name that a thread
 * dump shows, and carry the class loader that loaded this class.
 *
 * <p>A thread otherwise inherits the class loader of the thread that made it. Under Maven's {@code
 * exec:java} the common pool's threads and some of the JDK's own have the system class loader,
 * which has no library on it, so that libraries that look up their parts through it find none.
 * Needs nothing but the JDK: guards use it too.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class DaemonThreads {
  private DaemonThreads() {}

  /** Makes threads that all have this name. */
  public static ThreadFactory named(String name) {
    return task -> thread(name, task);
  }

  /** Runs each task in a new thread of this name. */
  public static Executor eachIn(String name) {
    return task -> thread(name, task).start();
  }

  /** A thread that is not started yet; also for what the JVM runs when it ends. */
  public static Thread thread(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.setContextClassLoader(DaemonThreads.class.getClassLoader());
    return thread;
  }
}
