package io.chaoschapters.runtime.readiness;

import java.time.Duration;
import org.apiguardian.api.API;

/** One life of a component, from its start to its end. */
@API(status = API.Status.INTERNAL, since = "0.1")
public interface Launched {
  /** Whether it has not ended. */
  boolean isAlive();

  /** The exit code of one that has ended; 128 plus the signal's number when a signal ended it. */
  int exitCode();

  /** Waits until what it printed before its end was read, but not longer than this. */
  void awaitLog(Duration atMost);
}
