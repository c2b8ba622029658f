package io.chaoschapters.subjects.ratelimiter.service;

import java.time.Duration;

/** Shut for a while, and open again by itself. */
final class ClosedDoor {
  private volatile long openAtNanos = System.nanoTime();

  void closeFor(Duration duration) {
    openAtNanos = System.nanoTime() + duration.toNanos();
  }

  boolean isClosed() {
    return System.nanoTime() - openAtNanos < 0;
  }
}
