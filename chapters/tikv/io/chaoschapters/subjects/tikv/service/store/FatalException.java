package io.chaoschapters.subjects.tikv.service.store;

/** Why a store cannot start, in the words in which TiKV says so. */
final class FatalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String source;

  /**
   * @param source the part of the program that says so
   */
  FatalException(String source, String message) {
    super(message);
    this.source = source;
  }

  String source() {
    return source;
  }
}
