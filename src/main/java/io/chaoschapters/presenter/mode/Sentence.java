package io.chaoschapters.presenter.mode;

import io.chaoschapters.text.Failure;
import org.apiguardian.api.API;

/** Says in one line what went wrong. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Sentence {
  private Sentence() {}

  public static String of(Throwable failure) {
    return Failure.words(failure).replaceAll("\\s*\\R\\s*", " ");
  }
}
