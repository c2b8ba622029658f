package io.chaoschapters.subjects.ratelimiter;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** What clients saw of one key: it belongs to the clients, not to the nodes. */
final class ClientTally {
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong admitted = new AtomicLong();
  private final AtomicLong rejected = new AtomicLong();
  private final AtomicLong unanswered = new AtomicLong();

  void sent() {
    sent.incrementAndGet();
  }

  void answered(int status) {
    switch (status) {
      case 200 -> admitted.incrementAndGet();
      case 429 -> rejected.incrementAndGet();
      default -> unanswered.incrementAndGet();
    }
  }

  /** A request without an answer may have been admitted or not. */
  void unanswered() {
    unanswered.incrementAndGet();
  }

  long admittedCount() {
    return admitted.get();
  }

  long inFlight() {
    return sent.get() - admitted.get() - rejected.get() - unanswered.get();
  }

  /** What the clients know at this moment. */
  Moment now() {
    // Answers before requests: a request that is answered in between then counts as under way.
    long known = admitted.get();
    long unknown = unanswered.get();
    long answered = known + rejected.get() + unknown;
    return new Moment(sent.get(), answered, known, unknown);
  }

  /** Counts at one moment. */
  record Moment(long sent, long answered, long admitted, long unanswered) {
    /** Whether nothing was under way from this moment to a later one. */
    boolean isQuietUntil(Moment later) {
      return sent == answered && later.sent == sent;
    }
  }

  Map<String, Long> outcomes() {
    return new TreeMap<>(
        Map.of(
            "sent", sent.get(),
            "admitted", admitted.get(),
            "rejected", rejected.get(),
            "unanswered", unanswered.get()));
  }
}
