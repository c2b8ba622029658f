package io.chaoschapters.diagnosis.llm.method;

/** A model was asked for one of a few words, twice, and wrote none of them: a wrong answer. */
final class NoWordException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoWordException(String message) {
    super(message);
  }
}
