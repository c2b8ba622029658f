package io.chaoschapters.subjects.ratelimiter.service;

/**
 * One fixed window.
 *
 * @param lengthMillis how long it lasts
 * @param id windows of this length since 1970
 */
record Window(long lengthMillis, long id) {

  static Window at(long epochMillis, long lengthMillis) {
    return new Window(lengthMillis, Math.floorDiv(epochMillis, lengthMillis));
  }

  long endMillis() {
    return (id + 1) * lengthMillis;
  }

  /** True from the moment this window ends. */
  boolean isOver(long epochMillis) {
    return epochMillis >= endMillis();
  }

  long expiryMillis() {
    return endMillis() + StoreKeys.RETENTION_MILLIS;
  }
}
