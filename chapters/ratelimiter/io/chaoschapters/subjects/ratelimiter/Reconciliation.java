package io.chaoschapters.subjects.ratelimiter;

import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.Progress;
import java.util.OptionalLong;

/**
 * Sets the shared count to what the nodes have admitted, as an operator would, until the two agree.
 *
 * <p>A node that was asleep may still admit a request that its client gave up long ago. When that
 * is reported between a look at the nodes and the setting of the count, the count that is set is
 * too low by one, and stays so. So the count is set when it disagrees and only then, and it has to
 * agree twice in a row.
 */
final class Reconciliation {
  private static final int LOOKS = 2;

  private final Counts counts;
  private int agreed;

  Reconciliation(Counts counts) {
    this.counts = counts;
  }

  /** The counts of one key. */
  interface Counts {
    /** What nodes have admitted and not reported; empty when one does not tell. */
    OptionalLong pending();

    /** What nodes have admitted; empty when one does not tell. */
    OptionalLong admitted();

    /** What the store holds; empty when it does not answer. */
    OptionalLong shared();

    /**
     * Has the store take a count.
     *
     * @throws RuntimeFailureException when it did not, such as over a connection that it dropped
     */
    void set(long count);
  }

  /** Looks once, and sets the count where it has to be. */
  Progress look() {
    OptionalLong pending = counts.pending();
    OptionalLong shared = counts.shared();
    OptionalLong admitted = counts.admitted();
    if (pending.isEmpty() || admitted.isEmpty()) {
      return notYet("a node did not tell");
    }
    if (shared.isEmpty()) {
      return notYet("the store did not answer");
    }
    if (pending.getAsLong() != 0) {
      // What a node reports after the count was set would be counted twice.
      return notYet(pending.getAsLong() + " pending");
    }
    if (shared.getAsLong() == admitted.getAsLong()) {
      agreed++;
      return new Progress(
          agreed >= LOOKS, RootLocale.format("they agreed at %d looks in a row", agreed));
    }
    return set(shared.getAsLong(), admitted.getAsLong());
  }

  private Progress set(long shared, long admitted) {
    try {
      counts.set(admitted);
      return notYet(RootLocale.format("the store held %d, nodes admitted %d", shared, admitted));
    } catch (RuntimeFailureException e) {
      return notYet(Failure.words(e));
    }
  }

  private Progress notYet(String seen) {
    agreed = 0;
    return Progress.notYet(seen);
  }
}
