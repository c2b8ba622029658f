package io.chaoschapters.subjects.ratelimiter.service;

/**
 * The answer to one check.
 *
 * @param limit hits that a window admits
 * @param remaining hits left in this window as far as the node knows, at least 0
 * @param windowId windows of this length since 1970
 * @param resetMillis time until the window ends, at least 0
 */
record Decision(
    boolean allowed, long limit, long remaining, long windowId, long resetMillis, Reason reason) {

  static Decision of(
      boolean allowed, long limit, long count, Window window, long nowMillis, Reason reason) {
    return new Decision(
        allowed,
        limit,
        Math.max(0, limit - count),
        window.id(),
        Math.max(0, window.endMillis() - nowMillis),
        reason);
  }
}
