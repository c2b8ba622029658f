package io.chaoschapters.subjects.ratelimiter;

import io.chaoschapters.subjects.ratelimiter.service.KeyState;
import io.chaoschapters.subjects.ratelimiter.service.NodeState;

/** A number that every node keeps of a key. */
enum CountOf {
  ADMITTED,
  CHECKED,
  UNCOUNTED,
  PENDING;

  /** The node's number over all windows that it still knows. */
  long in(NodeState state, String key) {
    return state.keys().stream().filter(entry -> entry.key().equals(key)).mapToLong(this::of).sum();
  }

  private long of(KeyState entry) {
    return switch (this) {
      case ADMITTED -> entry.admitted();
      case CHECKED -> entry.admitted() + entry.rejected();
      case UNCOUNTED -> entry.uncounted();
      case PENDING -> entry.pending();
    };
  }
}
