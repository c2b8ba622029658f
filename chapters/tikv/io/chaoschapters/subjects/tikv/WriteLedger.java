package io.chaoschapters.subjects.tikv;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What clients know of the writes of one experiment: which were acknowledged, and how long clients
 * had to wait for it. It belongs to the clients, not to the stores.
 */
final class WriteLedger {
  private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
  private final Map<Long, Long> waitingSince = new ConcurrentHashMap<>();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong unanswered = new AtomicLong();
  private final AtomicLong longestWaitNanos = new AtomicLong();
  private final String name;

  /**
   * Begins an empty one.
   *
   * @param name part of every key, so that no two experiments write the same
   */
  WriteLedger(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  /** A client begins to write to a region; it waits until a write there is acknowledged. */
  void begins(long regionId, long nanos) {
    sent.incrementAndGet();
    waitingSince.putIfAbsent(regionId, nanos);
  }

  void acknowledged(long regionId, String key, String value, long nanos) {
    acknowledged.put(key, value);
    Long since = waitingSince.remove(regionId);
    if (since != null) {
      waited(nanos - since);
    }
  }

  /** Not acknowledged by its deadline: it may have been done or not, and the client waits on. */
  void unanswered() {
    unanswered.incrementAndGet();
  }

  /** Nobody waits any more, because the clients have gone. */
  void clientsGone(long nanos) {
    waitingSince.values().forEach(since -> waited(nanos - since));
    waitingSince.clear();
  }

  private void waited(long nanos) {
    longestWaitNanos.accumulateAndGet(nanos, Math::max);
  }

  /** For how long the clients of some region have now been without an acknowledgement; or zero. */
  Duration waiting(long nanos) {
    return Duration.ofNanos(
        waitingSince.values().stream().mapToLong(since -> nanos - since).max().orElse(0));
  }

  /** The longest that the clients of a region were without an acknowledgement. */
  Duration longestWait(long nanos) {
    Duration now = waiting(nanos);
    Duration past = Duration.ofNanos(longestWaitNanos.get());
    return now.compareTo(past) > 0 ? now : past;
  }

  /** The acknowledged writes so far: key and value. */
  Map<String, String> acknowledged() {
    return Map.copyOf(acknowledged);
  }

  int acknowledgedCount() {
    return acknowledged.size();
  }

  long unansweredCount() {
    return unanswered.get();
  }

  Map<String, Long> outcomes(long nanos) {
    return new TreeMap<>(
        Map.of(
            "sent", sent.get(),
            "acknowledged", (long) acknowledged.size(),
            "unacknowledged", unanswered.get(),
            "longest gap in ms", longestWait(nanos).toMillis()));
  }
}
