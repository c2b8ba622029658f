package io.chaoschapters.subject;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A named number that every observation holds: a fact that the subject reads itself, or a metric
 * that the metrics store answers.
 *
 * @param id stable, lower case with hyphens
 * @param label a short name for panels, at most 24 characters
 * @param description one clause in an operator's words
 * @param unit base unit such as {@code s}, {@code requests/s}, {@code requests}; empty for a count
 * @param scaleMax the upper end of its fixed scale on the stage, above 0
 * @param limit the id of the signal that is drawn in as its limit, or null
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Signal(
    String id,
    String label,
    String description,
    String unit,
    double scaleMax,
    @Nullable String limit) {

  /** With a limit or none; users say {@link #withLimit}. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public Signal {}

  /** A signal that is drawn without a limit. */
  public Signal(String id, String label, String description, String unit, double scaleMax) {
    this(id, label, description, unit, scaleMax, null);
  }

  /** Returns a copy with another signal drawn as its limit. */
  public Signal withLimit(String signal) {
    return new Signal(id, label, description, unit, scaleMax, signal);
  }
}
