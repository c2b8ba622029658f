package io.chaoschapters.presenter.mode;

import io.chaoschapters.waiting.DaemonThreads;
import org.apiguardian.api.API;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done when a signal ends the JVM. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ExitHook {
  private static final Logger LOG = LoggerFactory.getLogger(ExitHook.class);

  private final Thread thread;

  /** What is done; it may be interrupted. */
  public interface Work {
    void run() throws InterruptedException;
  }

  private ExitHook(Thread thread) {
    this.thread = thread;
  }

  public static ExitHook set(Work work) {
    Thread thread = DaemonThreads.thread("chapters-live-exit", () -> perform(work));
    Runtime.getRuntime().addShutdownHook(thread);
    return new ExitHook(thread);
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

  /** When the JVM is on its way out already, the hook is the one that has to do it. */
  public void remove() {
    try {
      Runtime.getRuntime().removeShutdownHook(thread);
    } catch (IllegalStateException e) {
      LOG.debug("The JVM ends already", e);
    }
  }
}
