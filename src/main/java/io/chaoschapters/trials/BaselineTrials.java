package io.chaoschapters.trials;

import io.chaoschapters.report.baseline.Tally;
import io.chaoschapters.report.trials.TrialTable;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.trials.baseline.BaselineGate;
import io.chaoschapters.trials.baseline.Comparison;
import io.chaoschapters.trials.baseline.ComparisonText;
import io.chaoschapters.trials.baseline.Standing;
import io.chaoschapters.trials.baseline.StoppingRule;
import io.chaoschapters.trials.baseline.Tallies;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Compares trials with a baseline while they are made and when they are, or writes it. */
final class BaselineTrials {
  private final @Nullable BaselineGate gate;
  private final @Nullable StoppingRule stopping;
  private final TrialPlan plan;
  private final String diagnoser;

  /**
   * Trials of a plan.
   *
   * @param gate the baseline, if any
   * @param untilDecided whether the trials may stop early
   * @param diagnoser whose answers are compared
   */
  BaselineTrials(
      Optional<BaselineGate> gate, boolean untilDecided, TrialPlan plan, String diagnoser) {
    this.gate = gate.orElse(null);
    this.plan = plan;
    this.diagnoser = diagnoser;
    this.stopping =
        gate.filter(g -> untilDecided)
            .flatMap(BaselineGate::baseline)
            .map(
                baseline ->
                    new StoppingRule(
                        baseline,
                        plan.rounds().stream().map(TrialPlan.Round::faults).toList(),
                        plan.rounds().stream().map(TrialPlan.Round::controls).toList()))
            .orElse(null);
  }

  /** Whether trials may end before all that are planned were made. */
  boolean mayStop() {
    return stopping != null;
  }

  /** Whether no further trial is needed; looked at when a round is complete, and never else. */
  boolean isDecided(TrialTable table) {
    return round(table)
        .flatMap(round -> compared(table, round))
        .map(comparison -> comparison.standing() != Standing.UNDECIDED)
        .orElse(false);
  }

  private Optional<Integer> round(TrialTable table) {
    return IntStream.range(0, plan.rounds().size())
        .filter(i -> plan.rounds().get(i).end() == table.done())
        .boxed()
        .findFirst();
  }

  private Optional<Comparison> compared(TrialTable table, int round) {
    return gate == null || stopping == null
        ? Optional.empty()
        : Optional.of(gate.compare(stopping, round, tallies(table)));
  }

  /** What the trials come to; the baseline is written when that is wanted. */
  Verdict verdict(TrialTable table) {
    if (gate == null) {
      return new Verdict(List.of(), List.of(), List.of());
    }
    Optional<String> written = gate.update(Instant.now(), table.runtime(), tallies(table));
    if (written.isPresent()) {
      return new Verdict(List.of(written.get()), List.of(), List.of());
    }
    Comparison comparison =
        round(table)
            .flatMap(round -> compared(table, round))
            .orElseGet(() -> gate.compare(tallies(table)));
    ComparisonText text = new ComparisonText(comparison, gate.file());
    boolean passes =
        comparison.standing() == Standing.NOT_WORSE || comparison.standing() == Standing.BETTER;
    return new Verdict(
        text.lines(), text.markdown(), passes ? List.of() : List.of(text.sentence()));
  }

  /** Why there were fewer trials than planned; empty when there were not. */
  Optional<String> stopped(TrialTable table) {
    return isDecided(table) && table.done() < plan.trials().size()
        ? Optional.of(
            RootLocale.format(
                "Decided after %d of at most %d trials.", table.done(), plan.trials().size()))
        : Optional.empty();
  }

  private List<Tally> tallies(TrialTable table) {
    return Tallies.of(table, diagnoser);
  }

  /**
   * What is to be shown.
   *
   * @param lines for the log
   * @param markdown for a build server's page
   * @param complaints what fails the build
   */
  record Verdict(List<String> lines, List<String> markdown, List<String> complaints) {}
}
