package io.chaoschapters.trials.baseline;

import io.chaoschapters.trials.statistics.Counts;
import java.util.List;

/**
 * All faults, or all controls, before and now.
 *
 * @param control which of the two
 * @param counts of experiments that have answers on both sides
 * @param falseAlarmsBefore in the baseline
 */
record Sample(boolean control, Counts counts, int falseAlarmsBefore) {

  /**
   * Adds up.
   *
   * @param pessimistic whether a trial without an answer counts as one that is wrong
   */
  static Sample of(List<Pair> pairs, boolean control, boolean pessimistic) {
    List<Pair> own =
        pairs.stream()
            .filter(pair -> pair.before().control() == control)
            .filter(pair -> pair.isComparable() || pessimistic && pair.before().answers() > 0)
            .toList();
    int before = own.stream().mapToInt(pair -> pair.before().answers()).sum();
    int now =
        own.stream()
            .mapToInt(pair -> pair.now().answers() + (pessimistic ? pair.now().unanswered() : 0))
            .sum();
    return new Sample(
        control,
        new Counts(
            own.stream().mapToInt(pair -> pair.before().right()).sum(),
            before,
            own.stream().mapToInt(pair -> pair.now().right()).sum(),
            now),
        own.stream().mapToInt(pair -> pair.before().falseAlarms()).sum());
  }

  String name() {
    return control ? "all controls" : "all faults";
  }
}
