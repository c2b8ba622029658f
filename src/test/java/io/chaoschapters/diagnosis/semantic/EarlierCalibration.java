package io.chaoschapters.diagnosis.semantic;

/**
 * The numbers of the method, the same for every system; docs/diagnosis-semantic.md tells how they
 * were found.
 *
 * @param steadyState weight of the assumption that the system is in its steady state: symptoms must
 *     outweigh it
 * @param component weight of a component that does not serve any more, which others suffer from
 * @param violation weight of an invariant that is out of bounds
 * @param pastViolation weight of each invariant that was out of bounds and holds again
 * @param pastViolations most that all of them together weigh
 * @param log weight of all new warnings in the log together
 * @param logLines how many of them are read
 * @param state how much what sets a component's state apart from its other states counts
 * @param missing weight of knowing nothing at all
 * @param noFit cosine at which a term explains nothing of the symptoms
 * @param fullFit cosine at which a term explains them all
 * @param tie lead over the second term below which the two cannot be told apart
 */
record EarlierCalibration(
    double steadyState,
    double component,
    double violation,
    double pastViolation,
    double pastViolations,
    double log,
    int logLines,
    double state,
    double missing,
    double noFit,
    double fullFit,
    double tie) {

  static EarlierCalibration standard() {
    return new EarlierCalibration(0.8, 2, 1, 0.1, 0.3, 0.3, 5, 0.5, 2, 0.28, 0.5, 0.01);
  }

  /** How much of the symptoms a cosine explains, from 0 to 1. */
  double explained(double cosine) {
    return Math.min(1, Math.max(0, (cosine - noFit) / (fullFit - noFit)));
  }
}
