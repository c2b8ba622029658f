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
    INVALID
  }
}
