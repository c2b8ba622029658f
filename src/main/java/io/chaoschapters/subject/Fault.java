package io.chaoschapters.subject;

import io.chaoschapters.runtime.UndoStep;
import java.util.List;
import org.apiguardian.api.API;

/** One fault that is planned, injected, witnessed and rolled back, in this order. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Fault {
  /** How it is undone without this JVM; asked before it is injected, and on the disk by then. */
  List<UndoStep> undo();

  /**
   * Injects it and returns once it is active; does not wait for its end. It may take 30 seconds.
   * What it throws makes the chapter an infrastructure error with that message as its reason, and
   * it is rolled back all the same.
   */
  void inject();

  /**
   * Looks, through a way of its own, whether the fault is there. Quick; asked until it is seen.
   * What it throws counts as not seen.
   */
  WitnessReport witness();

  /**
   * Whether it has ended, by itself or by {@link #rollback()}. An exception means that this is
   * unknown, not that it is over.
   */
  boolean isOver();

  /**
   * Whether it lasts until {@link #rollback()}, up to {@link FaultPlan#longest()}, so that a
   * presenter can keep it beyond its duration; false for a fault that ends by itself after {@link
   * FaultPlan#duration()}.
   */
  default boolean lastsUntilRollback() {
    return false;
  }

  /**
   * Ends it and waits until it is over. Safe to call at any time and more than once. It may take 30
   * seconds, or what {@link FaultPlan#rollbackWithin()} says; two when the JVM is ending, as the
   * cluster then ends right after it. An exception is reported separately from the chapter's
   * verdict, and no further chapter runs on that cluster.
   */
  void rollback();
}
