package io.chaoschapters.subjects.ratelimiter.service;

import org.apiguardian.api.API;

/**
 * Names of everything that the limiter keeps in Redis.
 *
 * <p>The shared count C of a key and window is
 *
 * <ul>
 *   <li>the number under {@link #counter} in strict mode and in batched mode with the policies
 *       {@code drop} and {@code resend} ({@code GET}, absent means 0);
 *   <li>the sum of the values of the hash under {@link #totals} in batched mode with the policy
 *       {@code idempotent} ({@code HVALS}, absent means 0). Its fields are {@code
 *       <node>#<incarnation>}: a node that starts again counts from zero in a field of its own.
 * </ul>
 *
 * <p>Both hold admitted hits only and expire {@link #RETENTION_MILLIS} after their window ends. The
 * key stands in braces, so that in a Redis Cluster all its windows share a slot.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class StoreKeys {
  /** Milliseconds for which a count outlives its window, for late syncs and for readers. */
  public static final long RETENTION_MILLIS = 60_000;

  private StoreKeys() {}

  /**
   * The string key of the counter that all nodes add to.
   *
   * @param windowId windows of this length since 1970
   */
  public static String counter(String key, long windowMillis, long windowId) {
    return prefix(key, windowMillis) + ":" + windowId;
  }

  /**
   * The hash key of the totals of the nodes.
   *
   * @param windowId windows of this length since 1970
   */
  public static String totals(String key, long windowMillis, long windowId) {
    return counter(key, windowMillis, windowId) + ":nodes";
  }

  static String prefix(String key, long windowMillis) {
    return "ratelimit:{" + key + "}:" + windowMillis;
  }
}
