package io.chaoschapters.runtime;

import java.time.Duration;
import org.apiguardian.api.API;

/**
 * Something that a runtime does to one component for a while.
 *
 * <p>All methods may be called from any thread. What cannot be done throws a {@link
 * RuntimeFailureException} whose message says what was tried and what to do.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Disturbance {
  /**
   * Begins. A guard outside this JVM ends it after {@code limit}, or as soon as this JVM is gone.
   *
   * @param limit 1 ms or more
   */
  void begin(Duration limit);

  /** Whether it is there now. */
  boolean isOn();

  /** Ends it. Does nothing when it is not there. */
  void end();

  /** How to end it without this JVM. */
  UndoStep undoStep();
}
