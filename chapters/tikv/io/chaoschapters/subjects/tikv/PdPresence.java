package io.chaoschapters.subjects.tikv;

import io.chaoschapters.subjects.tikv.pd.PdStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Since when the placement driver has been there to be told something. One that is back repeats
 * what it heard before it went away: it calls stores Disconnected or Down that are not, and ages of
 * their heartbeats are its own absence.
 */
final class PdPresence {
  /** Stores that can send a heartbeat every two seconds. */
  private static final Duration HEARD_WITHIN = Duration.ofSeconds(10);

  private Instant since = Instant.EPOCH;
  private boolean away;

  /** Takes in whether it told its stores; returns what holds at this moment. */
  synchronized Moment look(Instant now, boolean tells) {
    if (tells && away) {
      since = now;
    }
    away = !tells;
    return new Moment(now, since);
  }

  /**
   * A moment.
   *
   * @param now when it is
   * @param since when the placement driver came back; long ago when it never was away
   */
  record Moment(Instant now, Instant since) {
    /**
     * For how long a store has not been heard of although it could have been; empty before its
     * first heartbeat, which is no fault.
     */
    Optional<Duration> age(PdStore store) {
      return Optional.ofNullable(store.lastHeartbeat())
          .map(last -> Duration.between(last.isAfter(since) ? last : since, now))
          .map(age -> age.isNegative() ? Duration.ZERO : age);
    }

    /** Whether what it says of a store is of before it went away, and may be old for that alone. */
    boolean isStale(PdStore store) {
      return store.lastHeartbeat() != null
          && !store.lastHeartbeat().isAfter(since)
          && now.isBefore(since.plus(HEARD_WITHIN));
    }

    /** How long it has been back. */
    Duration back() {
      return Duration.between(since, now);
    }
  }
}
