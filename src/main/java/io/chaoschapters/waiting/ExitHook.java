package io.chaoschapters.waiting;

import org.apiguardian.api.API;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done when the JVM ends, also by a signal, unless it is removed before. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ExitHook {
  private static final Logger LOG = LoggerFactory.getLogger(ExitHook.class);

  private final Thread thread;

  /** What is done; it may be interrupted. */
  public interface Work {
    void run() throws InterruptedException;
  }

  /** Not set yet. */
  public ExitHook(String name, Work work) {
    this.thread = DaemonThreads.thread(name, () -> perform(work));
  }

  private static void perform(Work work) {
    try {
      work.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn("Not everything could be ended", e);
    }
  }

  /** From now on; returns itself. */
  public ExitHook set() {
    Runtime.getRuntime().addShutdownHook(thread);
    return this;
  }

  /** False when the JVM ends already, so that the hook is the one that has to do the work. */
  public boolean remove() {
    try {
      Runtime.getRuntime().removeShutdownHook(thread);
      return true;
    } catch (IllegalStateException e) {
      LOG.debug("The JVM ends already", e);
      return false;
    }
  }
}
