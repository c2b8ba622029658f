package io.chaoschapters.diagnosis.grading;

import org.apiguardian.api.API;

/**
 * How an answer compares with what was expected.
 *
 * @param outcome in a word
 * @param reason in a sentence
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Grade(Outcome outcome, String reason) {

  /** Whether the answer is the expected one. */
  public boolean isRight() {
    return outcome == Outcome.RIGHT;
  }

  /** What an answer can be worth. */
  public enum Outcome {
    /** It is what was expected. */
    RIGHT,
    /** It names something else. */
    WRONG_TERM,
    /** It names the right term and blames the wrong component. */
    WRONG_COMPONENT,
    /** It names more anomalies than there are. */
    OVER_BLAMED,
    /** It sees an anomaly where there is none. */
    FALSE_ALARM,
    /** It sees no anomaly where there is one. */
    MISSED,
    /** It does not commit itself. */
    UNSURE,
    /** It cannot be read. */
    INVALID,
    /** An agent never reached the tools that it was given, and said nothing. */
    NEVER_CONNECTED,
    /** An agent ended without an answer. */
    NO_SUBMISSION,
    /** An agent wanted more time, calls or bytes than it may have. */
    OVER_BUDGET,
    /** An agent ended with an error before it had answered. */
    CRASHED,
    /** An agent says what it can only know from looking where the answer might lie. */
    PEEKED;

    /** Whether it was an agent that gave no answer which could be graded. */
    public boolean isWithoutAnswer() {
      return compareTo(INVALID) > 0;
    }
  }
}
