package io.chaoschapters.junit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends several things, each of them whatever becomes of the others. */
final class Closing {
  private Closing() {}

  /**
   * Closes the last first.
   *
   * @throws IllegalStateException when one could not be closed, after all were tried
   */
  static void reverse(List<? extends AutoCloseable> opened) {
    IllegalStateException failure = null;
    for (int i = opened.size() - 1; i >= 0; i--) {
      failure = close(opened.get(i), failure);
    }
    if (failure != null) {
      throw failure;
    }
  }

  private static @Nullable IllegalStateException close(
      AutoCloseable opened, @Nullable IllegalStateException earlier) {
    try {
      opened.close();
      return earlier;
    } catch (Exception e) {
      IllegalStateException failure =
          earlier == null
              ? new IllegalStateException("The run could not be ended cleanly: " + e.getMessage())
              : earlier;
      failure.addSuppressed(e);
      return failure;
    }
  }
}
