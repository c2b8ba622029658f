package io.chaoschapters.presenter;

/** Says in one line what went wrong. */
final class Sentence {
  private Sentence() {}

  static String of(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank()
        ? failure.toString()
        : message.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
