package io.chaoschapters.subjects.ratelimiter.service;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A key's limit with its present and previous window; older ones are let go. */
final class TrackedKey {
  private final String key;
  private final Supplier<CountKind> kind;
  private volatile Limit limit;
  private volatile boolean explicit;
  private volatile @Nullable KeyWindow present;
  private @Nullable KeyWindow previous;

  TrackedKey(String key, Limit limit, boolean explicit, Supplier<CountKind> kind) {
    this.key = key;
    this.limit = limit;
    this.explicit = explicit;
    this.kind = kind;
  }

  String key() {
    return key;
  }

  Limit limit() {
    return limit;
  }

  boolean explicit() {
    return explicit;
  }

  void limitTo(Limit newLimit) {
    limit = newLimit;
    explicit = true;
  }

  boolean hasWindowAt(long nowMillis) {
    KeyWindow found = present;
    return found != null
        && found.window().lengthMillis() == limit.windowMillis()
        && !found.window().isOver(nowMillis);
  }

  /** The window of the node's clock; a clock that steps back stays in the window it was in. */
  KeyWindow windowAt(long nowMillis) {
    KeyWindow found = present;
    return found != null && hasWindowAt(nowMillis)
        ? found
        : window(Window.at(nowMillis, limit.windowMillis()));
  }

  /** The counts of a window; one that is older than the previous is counted with the previous. */
  synchronized KeyWindow window(Window wanted) {
    KeyWindow now = present;
    if (now != null && now.window().lengthMillis() == wanted.lengthMillis()) {
      if (wanted.id() == now.window().id()) {
        return now;
      }
      if (wanted.id() < now.window().id() && previous != null) {
        return previous;
      }
    }
    KeyWindow created = new KeyWindow(wanted, kind.get());
    if (now != null
        && now.window().lengthMillis() == wanted.lengthMillis()
        && wanted.id() < now.window().id()) {
      previous = created;
    } else {
      previous = now;
      present = created;
    }
    return created;
  }

  synchronized void use(CountKind next) {
    windows().forEach(window -> window.use(next));
  }

  /** The previous window, if there is one, then the present. */
  synchronized List<KeyWindow> windows() {
    List<KeyWindow> windows = new ArrayList<>(2);
    if (previous != null) {
      windows.add(previous);
    }
    if (present != null) {
      windows.add(present);
    }
    return windows;
  }

  /** Hits admitted in the window of this moment; 0 if there was no check in it. */
  synchronized long admittedAt(long nowMillis) {
    KeyWindow found = present;
    return found != null && hasWindowAt(nowMillis) ? found.admitted() : 0;
  }

  long pending() {
    return windows().stream().mapToLong(KeyWindow::pending).sum();
  }

  /** True when only the default limit applies and its counts no longer matter to anyone. */
  boolean isIdle(long nowMillis) {
    return !explicit
        && windows().stream().allMatch(window -> nowMillis >= window.window().expiryMillis());
  }
}
