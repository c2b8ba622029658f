package io.chaoschapters.runtime.components;

import java.util.function.Supplier;
import org.apiguardian.api.API;

/** Goes through with a clean-up in a thread that was interrupted, which is why some are done. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Uninterrupted {
  private Uninterrupted() {}

  public static <T> T get(Supplier<T> work) {
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
