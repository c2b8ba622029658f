package io.chaoschapters.subjects.ratelimiter.service;

import io.chaoschapters.text.RootLocale;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The keys in use, in bounded memory.
 *
 * <p>A key with the default limit leaves the table {@link StoreKeys#RETENTION_MILLIS} after its
 * last window. When the table is full a new key is not tracked, and the fail mode answers its
 * checks. Keys with a limit of their own stay, at most {@value #MOST_LIMITS}, on top of the
 * capacity if need be.
 */
final class KeyTable {
  static final int LONGEST_KEY = 200;
  static final int MOST_LIMITS = 1_000;
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1," + LONGEST_KEY + "}");

  private final ConcurrentMap<String, TrackedKey> keys = new ConcurrentHashMap<>();
  private final Limit defaultLimit;
  private final int capacity;
  private volatile CountKind kind;

  KeyTable(Limit defaultLimit, int capacity, CountKind kind) {
    this.defaultLimit = defaultLimit;
    this.capacity = capacity;
    this.kind = kind;
  }

  Limit defaultLimit() {
    return defaultLimit;
  }

  static String validKey(@Nullable String key) {
    if (key == null || key.isEmpty()) {
      throw new BadRequestException(
          "The key is missing; give it as {\"key\": \"...\"} or as ?key=... .");
    }
    if (!KEY.matcher(key).matches()) {
      throw new BadRequestException(
          RootLocale.format(
              "The key has %d characters; it must have 1 to %d printable ASCII characters, no blanks.",
              key.length(), LONGEST_KEY));
    }
    return key;
  }

  /**
   * The key's entry with a window for now, made if need be; null when the table is full. The window
   * is made under the map's lock, so that eviction cannot take away an entry that is about to
   * count.
   */
  @Nullable TrackedKey track(String key, long nowMillis) {
    TrackedKey found = keys.get(key);
    if (found != null && found.hasWindowAt(nowMillis)) {
      return found;
    }
    if (found == null && (!hasRoomFor(key))) {
      return null;
    }
    return keys.compute(
        key,
        (name, present) -> {
          TrackedKey tracked =
              present == null ? new TrackedKey(name, defaultLimit, false, () -> kind) : present;
          tracked.windowAt(nowMillis);
          return tracked;
        });
  }

  /** The key's entry, or null if it is not in use. */
  @Nullable TrackedKey find(String key) {
    return keys.get(key);
  }

  synchronized TrackedKey limit(String key, Limit limit) {
    validKey(key);
    TrackedKey found = keys.get(key);
    if ((found == null || !found.explicit()) && explicitKeys().size() >= MOST_LIMITS) {
      throw new BadRequestException(
          RootLocale.format(
              "This node already holds %d limits, its most; use the default limit for further keys.",
              MOST_LIMITS));
    }
    TrackedKey tracked =
        keys.computeIfAbsent(key, name -> new TrackedKey(name, limit, true, () -> kind));
    tracked.limitTo(limit);
    return tracked;
  }

  Collection<TrackedKey> all() {
    return keys.values();
  }

  List<TrackedKey> explicitKeys() {
    return keys.values().stream().filter(TrackedKey::explicit).toList();
  }

  /** The kind is set first: a window made meanwhile already has the new one. */
  void use(CountKind next) {
    kind = next;
    keys.values().forEach(key -> key.use(next));
  }

  private boolean hasRoomFor(String key) {
    validKey(key);
    return keys.size() < capacity;
  }

  void evictIdle(long nowMillis) {
    for (String key : keys.keySet()) {
      keys.computeIfPresent(key, (name, tracked) -> tracked.isIdle(nowMillis) ? null : tracked);
    }
  }
}
