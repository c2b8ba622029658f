package io.chaoschapters.diagnosis.semantic;

import io.chaoschapters.diagnosis.Verdict;
import io.chaoschapters.diagnosis.semantic.symptom.Calibration;
import io.chaoschapters.diagnosis.semantic.symptom.Symptoms;

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
 * @param torn whether the best term would be named if another were not as good
 */
record Weighing(double steady, double explained, double unexplained, double unknown, boolean torn) {

  static Weighing of(Symptoms symptoms, Ranking ranking, Calibration calibration) {
    double named = calibration.named();
    double fit = fit(ranking.best(), named);
    double all = calibration.steadyState() + symptoms.weight() + symptoms.missing();
    return new Weighing(
        calibration.steadyState() / all,
        symptoms.weight() * fit / all,
        (symptoms.weight() * (1 - fit) + symptoms.missing()) / all,
        symptoms.missing() / all,
        ranking.isBetweenTwo() && ranking.best() < named && ranking.rightAlone() >= named
            || !ranking.isOfTwo() && ranking.lead() < calibration.same());
  }

  /**
   * The share of the symptoms that is explained: a half at the likelihood from which on a term is
   * named.
   */
  private static double fit(double right, double named) {
    return right < named ? right / named / 2 : 0.5 + (right - named) / (1 - named) / 2;
  }

  /** Whether there is an anomaly; whether a term names it is {@link #hasTerm}. */
  Verdict verdict() {
    if (steady >= 0.5) {
      return Verdict.NONE;
    }
    if (torn) {
      return Verdict.UNSURE;
    }
    if (hasTerm()) {
      return Verdict.ANOMALY;
    }
    return unknown > unexplained - unknown ? Verdict.UNSURE : Verdict.ANOMALY;
  }

  /** Whether the best term explains at least what it leaves open. */
  boolean hasTerm() {
    return explained > 0 && explained >= unexplained;
  }
}
