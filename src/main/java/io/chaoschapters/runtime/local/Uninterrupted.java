package io.chaoschapters.runtime.local;

import java.util.function.Supplier;

/** Goes through with a clean-up in a thread that was interrupted, which is why some are done. */
final class Uninterrupted {
  private Uninterrupted() {}

  static <T> T get(Supplier<T> work) {
    boolean interrupted = Thread.interrupted();
    try {
      return work.get();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
