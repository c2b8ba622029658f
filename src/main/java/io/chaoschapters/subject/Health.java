package io.chaoschapters.subject;

import org.apiguardian.api.API;

/** What a probe saw of a component from outside, in words that hold for any system. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Health {
  /** It answered in time. */
  SERVING("answers"),
  /** It answered, and said that it is not well. */
  DEGRADED("answers that it is not well"),
  /** Nothing listens at its address. */
  REFUSING("refuses connections"),
  /** It accepted the connection and did not answer in time. */
  SILENT("accepts connections but does not answer"),
  /** The probe could not tell. */
  UNKNOWN("could not be probed");

  private final String words;

  Health(String words) {
    this.words = words;
  }

  /** A verb phrase for evidence and panels. */
  public String words() {
    return words;
  }
}
