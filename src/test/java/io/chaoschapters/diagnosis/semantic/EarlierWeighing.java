package io.chaoschapters.diagnosis.semantic;

import io.chaoschapters.diagnosis.Verdict;

/**
 * How the weight of the evidence is shared out. The three shares add up to 1.
 *
 * <p>The steady state begins with a weight of its own, and each symptom adds to the other side.
 * What the best term does not explain of the symptoms, and what is not known any more, stays
 * unexplained. The same sum gives every verdict: no anomaly while the steady state holds at least
 * half, else the best term if it explains more than it leaves open, else none of the terms.
 *
 * @param steady share of the steady state
 * @param explained share that the best term explains
 * @param unexplained share that it does not explain
 * @param unknown the part of {@code unexplained} that is due to missing data
 */
record EarlierWeighing(double steady, double explained, double unexplained, double unknown) {

  static EarlierWeighing of(
      EarlierSymptoms symptoms, EarlierRanking ranking, EarlierCalibration calibration) {
    double fit =
        ranking.terms().isEmpty() ? 0 : calibration.explained(ranking.terms().get(0).cosine());
    double all = calibration.steadyState() + symptoms.weight() + symptoms.missing();
    return new EarlierWeighing(
        calibration.steadyState() / all,
        symptoms.weight() * fit / all,
        (symptoms.weight() * (1 - fit) + symptoms.missing()) / all,
        symptoms.missing() / all);
  }

  /** Whether there is an anomaly; whether a term names it is {@link #hasTerm}. */
  Verdict verdict(double lead, double tie) {
    if (steady >= 0.5) {
      return Verdict.NONE;
    }
    if (hasTerm()) {
      return lead >= tie ? Verdict.ANOMALY : Verdict.UNSURE;
    }
    return unknown > unexplained - unknown ? Verdict.UNSURE : Verdict.ANOMALY;
  }

  /** Whether the best term explains more than it leaves open. */
  boolean hasTerm() {
    return explained > unexplained;
  }
}
