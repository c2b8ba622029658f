package io.chaoschapters.diagnosis.evidence;

import io.chaoschapters.subject.Reading;
import io.chaoschapters.text.Numbers;
import org.apiguardian.api.API;

/**
 * A signal at the steady state and now; each may be unknown.
 *
 * @param id the signal's id
 * @param label a short name
 * @param description one clause in an operator's words
 * @param unit base unit; empty for a count
 * @param before its reading at the steady state
 * @param now its newest reading
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record SignalChange(
    String id, String label, String description, String unit, Reading before, Reading now) {

  /** Made by the framework. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public SignalChange {}

  /** Whether both readings are known and differ. */
  public boolean hasChanged() {
    return before.value() != null && now.value() != null && !before.value().equals(now.value());
  }

  /** Both readings in words, such as {@code 0 s -> unknown (no answer)}. */
  public String change() {
    return words(before) + " -> " + words(now);
  }

  private String words(Reading reading) {
    if (reading.value() == null) {
      return reading.why().isEmpty() ? "unknown" : "unknown (" + reading.why() + ")";
    }
    return Numbers.plain(reading.value()) + (unit.isEmpty() ? "" : " " + unit);
  }
}
