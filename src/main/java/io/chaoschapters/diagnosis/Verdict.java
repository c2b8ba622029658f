package io.chaoschapters.diagnosis;

import org.apiguardian.api.API;

/** Whether a diagnoser sees an anomaly. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Verdict {
  /** There is one, and the diagnosis names it. */
  ANOMALY,
  /** The system is in order. */
  NONE,
  /** The evidence does not say. */
  UNSURE,
  /** The diagnoser answered, but not in the form that was asked for: a wrong answer. */
  INVALID
}
