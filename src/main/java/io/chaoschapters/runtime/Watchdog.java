package io.chaoschapters.runtime;

import java.time.Duration;
import org.apiguardian.api.API;

/** Ends a whole cluster from outside this JVM when a time is over. */
@FunctionalInterface
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Watchdog {
  /**
   * Returns once it is promised, outside this JVM, that everything the runtime has started is ended
   * after {@code limit}: for a fault whose JVM hangs and cannot undo it. As soon as this JVM is
   * gone, everything ends anyway.
   *
   * @throws RuntimeFailureException when no guard confirms it
   */
  Watch endAfter(Duration limit);

  /** A time limit that lasts until it is closed; closing it twice does no harm. */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  interface Watch extends AutoCloseable {
    @Override
    void close();
  }
}
