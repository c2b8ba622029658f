package io.chaoschapters.trials.baseline;

import io.chaoschapters.text.RootLocale;
import io.chaoschapters.trials.statistics.Counts;
import io.chaoschapters.trials.statistics.FisherTest;
import io.chaoschapters.trials.statistics.NoninferiorityTest;
import io.chaoschapters.trials.statistics.Power;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Fisher's exact test, one-sided, with the correction of Holm (1979); looked at once. */
final class FixedRule implements Rule {

  @Override
  public List<Judgment> judge(List<Sample> samples) {
    double[] p = samples.stream().mapToDouble(s -> FisherTest.worse(s.counts())).toArray();
    List<Integer> smallestFirst =
        IntStream.range(0, p.length).boxed().sorted(Comparator.comparingDouble(i -> p[i])).toList();
    List<Judgment> judgments = new ArrayList<>(samples.stream().map(s -> (Judgment) null).toList());
    boolean open = true;
    for (int rank = 0; rank < p.length; rank++) {
      int i = smallestFirst.get(rank);
      double level = Guarantee.ALPHA / (p.length - rank);
      open &= p[i] <= level;
      judgments.set(i, open ? worse(level) : notWorse(samples.get(i), level, p.length));
    }
    return judgments;
  }

  private static Judgment worse(double level) {
    return new Judgment(Standing.WORSE, level, "");
  }

  private static Judgment notWorse(Sample sample, double level, int samples) {
    Power power = new Power(Guarantee.ALPHA / samples, Guarantee.LOSS, Guarantee.POWER);
    OptionalInt missing = missing(sample, power);
    if (missing.isEmpty() && !isShown(sample)) {
      return new Judgment(
          Standing.UNDECIDED,
          level,
          RootLocale.format(
              "the baseline's %d answers are too few for any number of new ones: make it anew with more trials",
              sample.counts().before()));
    }
    int more = missing.orElse(0);
    return more == 0 || isShown(sample)
        ? new Judgment(Standing.NOT_WORSE, level, "")
        : new Judgment(
            Standing.UNDECIDED,
            level,
            RootLocale.format("needs %d more answer%s", more, more == 1 ? "" : "s"));
  }

  /** Few answers suffice if they are so good that a diagnoser that fell would not give them. */
  private static boolean isShown(Sample sample) {
    return sample.counts().now() > 0
        && NoninferiorityTest.notWorseBy(Guarantee.LOSS, sample.counts()) <= Guarantee.BETA;
  }

  /** If nothing was right before, nothing can get worse. */
  private static OptionalInt missing(Sample sample, Power power) {
    Counts counts = sample.counts();
    if (counts.rightBefore() == 0) {
      return OptionalInt.of(0);
    }
    OptionalInt byTest = power.missing(counts.rightBefore(), counts.before(), counts.now());
    if (!sample.control() || sample.falseAlarmsBefore() > 0) {
      return byTest;
    }
    // A single false alarm would be a break, so that far fewer answers show as much.
    int byBreak = Math.max(0, answersForAnAlarm() - counts.now());
    return OptionalInt.of(Math.min(byBreak, byTest.orElse(byBreak)));
  }

  private static int answersForAnAlarm() {
    return (int) Math.ceil(Math.log(1 - Guarantee.POWER) / Math.log(1 - Guarantee.LOSS));
  }

  @Override
  public double levelOfBetter(int samples) {
    return Guarantee.ALPHA / samples;
  }
}
