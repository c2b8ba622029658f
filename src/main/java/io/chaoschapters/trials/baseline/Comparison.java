package io.chaoschapters.trials.baseline;

import io.chaoschapters.report.baseline.Baseline;
import io.chaoschapters.report.baseline.Tally;
import io.chaoschapters.report.trials.Proportion;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.trials.statistics.Counts;
import io.chaoschapters.trials.statistics.FisherTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * Trials and their baseline, by experiment and in sum.
 *
 * @param standing what it comes to
 * @param experiments each before and now
 * @param sums all faults and all controls, as far as the baseline has any
 * @param breaks what is broken whatever the numbers say, in sentences
 * @param unknown what cannot be told, in sentences
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Comparison(
    Standing standing,
    List<Line> experiments,
    List<Sum> sums,
    List<String> breaks,
    List<String> unknown) {
  public Comparison {
    experiments = List.copyOf(experiments);
    sums = List.copyOf(sums);
    breaks = List.copyOf(breaks);
    unknown = List.copyOf(unknown);
  }

  /**
   * An experiment.
   *
   * @param name its name
   * @param control whether it is one
   * @param before right answers in the baseline
   * @param now right answers now
   * @param unanswered trials without an answer now
   */
  public record Line(
      String name, boolean control, Proportion before, Proportion now, int unanswered) {}

  /**
   * All faults or all controls.
   *
   * @param name which of the two
   * @param before right answers in the baseline
   * @param now right answers now
   * @param p the one-sided p-value of "worse"
   * @param level at which it was tested
   * @param standing what it comes to
   */
  public record Sum(
      String name, Proportion before, Proportion now, double p, double level, Standing standing) {}

  /**
   * Compares a number of trials that was fixed ahead.
   *
   * @param breakFrom from how many answers on, on both sides, all right and all wrong is a break
   */
  public static Comparison of(Baseline baseline, List<Tally> now, int breakFrom) {
    return of(baseline, now, breakFrom, new FixedRule());
  }

  /** Compares trials that may go on, at the end of a round; rounds are counted from 0. */
  public static Comparison at(
      StoppingRule stopping, int round, Baseline baseline, List<Tally> now, int breakFrom) {
    return of(baseline, now, breakFrom, stopping.at(round));
  }

  private static Comparison of(Baseline baseline, List<Tally> now, int breakFrom, Rule rule) {
    List<Pair> pairs = pairs(baseline.tallies(), now);
    List<String> breaks = pairs.stream().flatMap(pair -> pair.broken(breakFrom).stream()).toList();
    List<Sample> samples = samples(pairs, false);
    List<Judgment> judgments = rule.judge(samples);
    List<String> unknown = new ArrayList<>();
    pairs.forEach(pair -> pair.hidden(breakFrom).ifPresent(unknown::add));
    List<Sum> sums = new ArrayList<>();
    boolean better = false;
    for (int i = 0; i < samples.size(); i++) {
      Sample sample = samples.get(i);
      Judgment judgment = judgments.get(i);
      if (!judgment.missing().isEmpty()) {
        unknown.add(sample.name() + ": " + judgment.missing());
      }
      boolean isBetter =
          judgment.standing() != Standing.WORSE
              && FisherTest.better(sample.counts()) <= rule.levelOfBetter(samples.size());
      better |= isBetter;
      sums.add(sum(sample, judgment, isBetter));
    }
    hiddenInTheSum(pairs, rule).ifPresent(unknown::add);
    if (samples.isEmpty()) {
      unknown.add("no experiment has answers both before and now");
    }
    boolean worse =
        !breaks.isEmpty() || judgments.stream().anyMatch(j -> j.standing() == Standing.WORSE);
    Standing standing =
        worse
            ? Standing.WORSE
            : !unknown.isEmpty()
                ? Standing.UNDECIDED
                : better ? Standing.BETTER : Standing.NOT_WORSE;
    return new Comparison(standing, lines(pairs), sums, breaks, unknown);
  }

  private static List<Pair> pairs(List<Tally> before, List<Tally> now) {
    Map<String, Tally> byName = new HashMap<>();
    before.forEach(tally -> byName.put(tally.experiment(), tally));
    return now.stream()
        .flatMap(
            tally ->
                Optional.ofNullable(byName.get(tally.experiment())).stream()
                    .map(earlier -> new Pair(earlier, tally)))
        .toList();
  }

  private static List<Sample> samples(List<Pair> pairs, boolean pessimistic) {
    return Stream.of(false, true)
        .map(control -> Sample.of(pairs, control, pessimistic))
        .filter(sample -> sample.counts().before() > 0)
        .toList();
  }

  /** Trials without an answer count as right nowhere; if they were wrong, would it be worse? */
  private static Optional<String> hiddenInTheSum(List<Pair> pairs, Rule rule) {
    int unanswered = pairs.stream().mapToInt(pair -> pair.now().unanswered()).sum();
    boolean worse =
        unanswered > 0
            && rule.judge(samples(pairs, true)).stream()
                .anyMatch(judgment -> judgment.standing() == Standing.WORSE);
    return worse
        ? Optional.of(
            RootLocale.format(
                "%d trials have no answer; were they wrong, it would be worse than the baseline",
                unanswered))
        : Optional.empty();
  }

  private static Sum sum(Sample sample, Judgment judgment, boolean better) {
    Counts counts = sample.counts();
    boolean known = judgment.standing() == Standing.NOT_WORSE;
    return new Sum(
        sample.name(),
        new Proportion(counts.rightBefore(), counts.before()),
        new Proportion(counts.rightNow(), counts.now()),
        FisherTest.worse(counts),
        judgment.level(),
        better && known ? Standing.BETTER : judgment.standing());
  }

  private static List<Line> lines(List<Pair> pairs) {
    return pairs.stream()
        .map(
            pair ->
                new Line(
                    pair.now().experiment(),
                    pair.before().control(),
                    new Proportion(pair.before().right(), pair.before().answers()),
                    new Proportion(pair.now().right(), pair.now().answers()),
                    pair.now().unanswered()))
        .toList();
  }
}
