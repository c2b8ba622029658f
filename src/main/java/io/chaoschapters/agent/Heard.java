package io.chaoschapters.agent;

import org.jspecify.annotations.Nullable;

/**
 * What was heard of an agent besides its use of tools.
 *
 * @param said what it printed or sent as its answer; may be empty
 * @param failure why it ended with an error, in a clause; null when it did not
 * @param tokensRead as it tells, or null when it does not
 * @param tokensWritten as it tells, or null when it does not
 * @param cost in US dollars as it tells, or null when it does not
 */
record Heard(
    String said,
    @Nullable String failure,
    @Nullable Integer tokensRead,
    @Nullable Integer tokensWritten,
    @Nullable Double cost) {
  /** From an agent that does not report its cost. */
  Heard(String said, @Nullable String failure) {
    this(said, failure, null, null, null);
  }
}
