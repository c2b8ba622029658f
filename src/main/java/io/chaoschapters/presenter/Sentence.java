package io.chaoschapters.presenter;

import io.chaoschapters.text.Failure;

/** Says in one line what went wrong. */
final class Sentence {
  private Sentence() {}

  static String of(Throwable failure) {
    return Failure.words(failure).replaceAll("\\s*\\R\\s*", " ");
  }
}
