package io.chaoschapters.metrics;

/** An exposition that is not in the text format; the message is a sentence with the line number. */
final class ExpositionException extends Exception {

  private static final long serialVersionUID = 1L;

  ExpositionException(int line, String problem) {
    super("line " + line + " of the exposition " + problem);
  }
}
