package io.chaoschapters.subjects.tikv;

import io.chaoschapters.subjects.tikv.pd.PdClient;
import io.chaoschapters.subjects.tikv.pd.PdException;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;

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
    if (!begun().contains(SCHEDULER)) {
      return Optional.empty();
    }
    Wait.atMost("the placement driver to let slow stores lead", within).until(this::remove);
    return Optional.of(
        RootLocale.format(
            "PD's %s was removed for this run: it takes all leaders off a store whose disk is slow for a moment, and keeps them off for ten minutes.",
            SCHEDULER));
  }

  /** PD begins its schedulers when it has heard of its regions; until then it lists none. */
  private List<String> begun() {
    AtomicReference<List<String>> last = new AtomicReference<>(List.of());
    Wait.atMost("PD to begin its schedulers", within)
        .until(
            () ->
                LateAnswer.orNotYet(
                    () -> {
                      last.set(pd.schedulers().join());
                      return new Progress(!last.get().isEmpty(), "it lists none");
                    }));
    return last.get();
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
