package io.chaoschapters.trials;

import io.chaoschapters.chaos.experiment.Experiment;
import io.chaoschapters.text.RootLocale;

/**
 * One trial of a plan.
 *
 * @param number from 1
 * @param experiment what is performed
 * @param repetition how often it was performed before, and once more; from 1
 * @param seed decides the order of the glossary
 */
record Trial(int number, Experiment experiment, int repetition, long seed) {

  /** The name of its folder, such as {@code 0017-node-frozen}. */
  String name() {
    return RootLocale.format("%04d-%s", number, experiment.name());
  }
}
