package io.chaoschapters.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apiguardian.api.API;

/**
 * One running part of a subject with a role and a state.
 *
 * <p>All methods may be called from any thread. Operations that cannot be done throw a {@link
 * RuntimeFailureException} whose message says what was tried and what to do.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Component {
  /** Its id within the cluster, such as {@code node-1}. */
  String id();

  /** What it does, in a word or two, such as {@code store}. */
  String role();

  /** What the runtime knows of its process now. */
  ComponentState state();

  /** Where a named port answers for this JVM; it stays the same over a restart. */
  Endpoint endpoint(String port);

  /** Where a named port answers for the other components. */
  Endpoint internalEndpoint(String port);

  /** The lines it printed since a time, oldest first; only the newest few thousand are kept. */
  List<LogLine> logsSince(Instant since);

  /** Ends it at once (SIGKILL) and waits until it is gone. Does nothing when it has ended. */
  void kill();

  /** Asks it to end and waits, then kills it. Does nothing when it has ended. */
  void stop(Duration grace);

  /** Starts it again with the same id and endpoints and waits until it is ready. */
  void restart();

  /**
   * Suspends it with all that it has started (SIGSTOP or its like). A guard outside this JVM thaws
   * it after {@code limit}, or as soon as this JVM is gone.
   */
  void freeze(Duration limit);

  /** Lets it go on. Does nothing when it is not frozen. */
  void thaw();

  /** How to thaw it without this JVM. */
  UndoStep thawStep();

  /**
   * How it is cut off from the other components, in both directions, while this JVM still reaches
   * what it publishes. Nothing is done yet.
   *
   * @throws NotPossibleHereException when its runtime cannot do that
   */
  default Disturbance cutOff() {
    throw new NotPossibleHereException(
        "its runtime cannot cut a component off from the other ones");
  }

  /**
   * How its answers come later by a time, for this JVM and for the other components, on those of
   * its ports that its {@link ComponentSpec} calls delayable. Nothing is done yet.
   *
   * @param by 1 ms or more
   * @throws NotPossibleHereException when its runtime cannot do that, or no port is delayable
   */
  default Disturbance delay(Duration by) {
    throw new NotPossibleHereException("its runtime cannot delay what a component answers");
  }

  /**
   * How it gets no more than a part of a processor, by a limit that its runtime sets. Nothing is
   * done yet.
   *
   * @param percent of one processor, 1 or more
   * @throws NotPossibleHereException when its runtime cannot do that
   */
  default Disturbance limitCpu(int percent) {
    throw new NotPossibleHereException(
        "its runtime cannot limit a component's processor time; without cpu-percent it is paused by turns, which every runtime can do");
  }
}
