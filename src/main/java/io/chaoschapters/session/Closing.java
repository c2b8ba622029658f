package io.chaoschapters.session;

import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Ends several things, each of them whatever becomes of the others. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Closing {
  private Closing() {}

  /**
   * Closes the last first.
   *
   * @throws UncleanEndException when one could not be closed, after all were tried
   */
  public static void reverse(List<? extends AutoCloseable> opened) {
    UncleanEndException failure = null;
    for (int i = opened.size() - 1; i >= 0; i--) {
      failure = close(opened.get(i), failure);
    }
    if (failure != null) {
      throw failure;
    }
  }

  private static @Nullable UncleanEndException close(
      AutoCloseable opened, @Nullable UncleanEndException earlier) {
    try {
      opened.close();
      return earlier;
    } catch (UncleanEndException e) {
      return earlier == null ? e : joined(earlier, e);
    } catch (Exception e) {
      if (earlier == null) {
        return new UncleanEndException(e);
      }
      earlier.addSuppressed(e);
      return earlier;
    }
  }

  private static UncleanEndException joined(UncleanEndException earlier, UncleanEndException e) {
    for (Throwable one : e.getSuppressed()) {
      earlier.addSuppressed(one);
    }
    return earlier;
  }
}
