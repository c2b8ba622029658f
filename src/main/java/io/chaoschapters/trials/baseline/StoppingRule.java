package io.chaoschapters.trials.baseline;

import io.chaoschapters.report.baseline.Baseline;
import io.chaoschapters.report.baseline.Tally;
import io.chaoschapters.trials.statistics.GroupSequentialTest;
import io.chaoschapters.trials.statistics.GroupSequentialTest.Decision;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Decides at the end of each round whether trials may stop. What it promises holds for all looks
 * together: {@link Guarantee}.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class StoppingRule {
  private final @Nullable GroupSequentialTest faults;
  private final @Nullable GroupSequentialTest controls;
  private final int looks;

  /**
   * Plans the looks.
   *
   * @param faults how many trials of faults there are at the end of each round
   * @param controls how many of controls
   */
  public StoppingRule(Baseline baseline, List<Integer> faults, List<Integer> controls) {
    this.looks = faults.size();
    long samples = Stream.of(false, true).filter(c -> answers(baseline, c) > 0).count();
    this.faults = test(answers(baseline, false), faults, samples);
    this.controls = test(answers(baseline, true), controls, samples);
  }

  private static int answers(Baseline baseline, boolean control) {
    return baseline.tallies().stream()
        .filter(tally -> tally.control() == control)
        .mapToInt(Tally::answers)
        .sum();
  }

  private static @Nullable GroupSequentialTest test(int before, List<Integer> looks, long samples) {
    boolean isEmpty = before == 0 || looks.isEmpty() || looks.get(looks.size() - 1) == 0;
    return isEmpty
        ? null
        : new GroupSequentialTest(
            before, looks, Guarantee.ALPHA / samples, Guarantee.BETA, Guarantee.LOSS);
  }

  /** The rule of one look, from 0. */
  Rule at(int look) {
    return new Look(look);
  }

  private final class Look implements Rule {
    private final int look;

    Look(int look) {
      this.look = look;
    }

    @Override
    public List<Judgment> judge(List<Sample> samples) {
      return samples.stream().map(this::judge).collect(Collectors.toList());
    }

    private Judgment judge(Sample sample) {
      GroupSequentialTest test = Objects.requireNonNull(sample.control() ? controls : faults);
      Decision decision = test.at(look, sample.counts());
      boolean nothingToLose = sample.counts().rightBefore() == 0;
      Standing standing =
          switch (decision) {
            case WORSE -> Standing.WORSE;
            case NOT_WORSE -> Standing.NOT_WORSE;
            case OPEN -> nothingToLose ? Standing.NOT_WORSE : Standing.UNDECIDED;
          };
      return new Judgment(
          standing,
          test.levelOfWorse(look),
          standing == Standing.UNDECIDED ? "needs more trials" : "");
    }

    @Override
    public double levelOfBetter(int samples) {
      return Guarantee.ALPHA / samples / looks;
    }
  }
}
