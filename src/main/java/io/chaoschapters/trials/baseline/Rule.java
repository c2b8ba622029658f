package io.chaoschapters.trials.baseline;

import java.util.List;

/** Tests samples, corrected for there being several. */
interface Rule {
  /** One judgment per sample, in their order. */
  List<Judgment> judge(List<Sample> samples);

  /** The level at which a sample counts as better. */
  double levelOfBetter(int samples);
}
