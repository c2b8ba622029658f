package io.chaoschapters.diagnosis.semantic.symptom;

import org.apiguardian.api.API;

/**
 * The numbers that were chosen, the same for every system; docs/diagnosis-semantic.md tells how.
 * Those that were learnt are in {@code Weights}.
 *
 * @param steadyState weight of the assumption that the system is in its steady state: symptoms must
 *     outweigh it
 * @param component weight of components that do not serve any more, which others suffer from
 * @param violation weight of an invariant that is out of bounds
 * @param pastViolation weight of each invariant that was out of bounds and holds again
 * @param pastViolations most that all of them together weigh
 * @param log weight of all new warnings in the log together
 * @param missing weight of knowing nothing at all
 * @param named likelihood of being right below which no term is named
 * @param same lead below which two terms are the same to the method
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Calibration(
    double steadyState,
    double component,
    double violation,
    double pastViolation,
    double pastViolations,
    double log,
    double missing,
    double named,
    double same) {

  public static Calibration standard() {
    return new Calibration(0.8, 2, 1, 0.1, 0.3, 0.3, 2, 0.25, 0.001);
  }
}
