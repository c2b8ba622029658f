package io.chaoschapters.diagnosis.evidence;

import org.apiguardian.api.API;

/**
 * What a capable model may use to look closer at any system. Answers are text for the model; one
 * about something that is not there says so, and lists what is.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface SystemTools {
  /** Every component with its role and how it was seen last. */
  String listComponents();

  /** How a signal developed since the steady state. */
  String queryMetric(String signal);

  /**
   * What a component printed, newest last.
   *
   * @param lines how many lines at most
   */
  String readLog(String component, int lines);

  /** Every statement that should hold, and whether it does. */
  String checkInvariants();
}
