package io.chaoschapters.trials;

import io.chaoschapters.report.trials.TrialResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The trials that are left, handed out to clusters that work side by side.
 *
 * <p>Whether trials may stop is looked at only at the end of a round, with all trials of the round
 * made: which of them happened to be ready first must not decide anything.
 */
final class TrialQueue {
  private final List<Trial> left;
  private final Set<Integer> roundEnds;
  private final Predicate<List<TrialResult>> isDecided;
  private final List<TrialResult> results;
  private int next;
  private int underWay;
  private boolean over;
  private @Nullable Throwable failure;

  /**
   * Trials of a plan.
   *
   * @param earlier results of trials that are not made again
   * @param mayStop whether trials may end before all are made
   * @param isDecided whether these results, of complete rounds, are enough
   */
  TrialQueue(
      TrialPlan plan,
      List<TrialResult> earlier,
      boolean mayStop,
      Predicate<List<TrialResult>> isDecided) {
    this.results = new ArrayList<>(earlier);
    Set<Integer> done = earlier.stream().map(TrialResult::number).collect(Collectors.toSet());
    this.left = plan.trials().stream().filter(t -> !done.contains(t.number())).toList();
    this.roundEnds =
        mayStop
            ? plan.rounds().stream().map(TrialPlan.Round::end).collect(Collectors.toSet())
            : Set.of();
    this.isDecided = isDecided;
  }

  /**
   * The next trial; waits for those under way at the end of a round.
   *
   * @return empty when none is left, none is needed, or another cluster failed
   * @throws InterruptedException when the wait is ended
   */
  synchronized Optional<Trial> next() throws InterruptedException {
    while (isBetweenRounds() && underWay > 0 && !isOver()) {
      wait();
    }
    if (!isOver() && isBetweenRounds() && isDecided.test(results())) {
      over = true;
    }
    if (isOver()) {
      return Optional.empty();
    }
    underWay++;
    return Optional.of(left.get(next++));
  }

  private boolean isBetweenRounds() {
    return roundEnds.contains(results.size() + underWay);
  }

  private boolean isOver() {
    return over || failure != null || next == left.size();
  }

  /** Takes a result. */
  synchronized void made(TrialResult result) {
    results.add(result);
    underWay--;
    notifyAll();
  }

  /** Stops handing out trials; the first reason is kept. */
  synchronized void failed(Throwable why) {
    if (failure == null) {
      failure = why;
    }
    notifyAll();
  }

  /** What {@link #failed} was told first. */
  synchronized Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }

  /** How many were not handed out yet; 0 when no further one will be. */
  synchronized int left() {
    return isOver() ? 0 : left.size() - next;
  }

  /** All results, by the numbers of their trials. */
  synchronized List<TrialResult> results() {
    return results.stream().sorted(Comparator.comparingInt(TrialResult::number)).toList();
  }
}
