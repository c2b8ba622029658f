package io.chaoschapters.junit;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Measures what a chapter spends on anything but the extension itself. */
final class Stopwatch {
  private final long begun = System.nanoTime();
  private long others;

  /** Runs something that is not the extension's own work. */
  <T extends @Nullable Object> T exclude(Supplier<T> work) {
    long from = System.nanoTime();
    try {
      return work.get();
    } finally {
      others += System.nanoTime() - from;
    }
  }

  /** Counts time that was measured elsewhere. */
  void excludeNanos(long nanos) {
    others += nanos;
  }

  double totalSeconds() {
    return (System.nanoTime() - begun) / 1e9;
  }

  double ownSeconds() {
    return (System.nanoTime() - begun - others) / 1e9;
  }
}
