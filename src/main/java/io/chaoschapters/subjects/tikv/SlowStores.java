package io.chaoschapters.subjects.tikv;

import io.chaoschapters.subjects.tikv.pd.PdClient;
import io.chaoschapters.subjects.tikv.pd.PdException;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/**
 * PD takes all leaders off a store that calls its disk slow, and keeps them off for ten minutes or
 * more. On a machine that is busy every store calls itself slow now and then, healthy ones too, and
 * a show on it would never be in its steady state again.
 */
final class SlowStores {
  static final String SCHEDULER = "evict-slow-store-scheduler";

  /** At this score of slowness it takes the leaders off a store. */
  static final int SLOWEST = 100;

  private static final Duration WITHIN = Duration.ofSeconds(15);

  private final PdClient pd;
  private final Duration within;

  SlowStores(PdClient pd) {
    this(pd, WITHIN);
  }

  SlowStores(PdClient pd, Duration within) {
    this.pd = pd;
    this.within = within;
  }

  /** Lets slow stores lead. Returns what was done, in a sentence; empty when nothing had to be. */
  Optional<String> letLead() {
    boolean there =
        LateAnswer.await("the schedulers of the placement driver", within, pd::schedulers)
            .contains(SCHEDULER);
    if (!there) {
      return Optional.empty();
    }
    Wait.atMost("the placement driver to let slow stores lead", within).until(this::remove);
    return Optional.of(
        "PD's %s was removed for this run: it takes all leaders off a store whose disk is slow for a moment, and keeps them off for ten minutes."
            .formatted(SCHEDULER));
  }

  private Progress remove() {
    try {
      pd.removeScheduler(SCHEDULER).join();
      return Progress.reached();
    } catch (CompletionException e) {
      return e.getCause() instanceof PdException gone
              && gone.reason() == PdException.Reason.NOT_FOUND
          ? Progress.reached()
          : Progress.notYet(LateAnswer.words(e.getCause()));
    }
  }
}
