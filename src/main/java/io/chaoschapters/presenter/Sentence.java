package io.chaoschapters.presenter;

import io.chaoschapters.waiting.Messages;

/** Says in one line what went wrong. */
final class Sentence {
  private Sentence() {}

  static String of(Throwable failure) {
    return Messages.of(failure).strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
