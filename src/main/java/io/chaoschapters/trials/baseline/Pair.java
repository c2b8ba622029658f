package io.chaoschapters.trials.baseline;

import io.chaoschapters.report.baseline.Tally;
import io.chaoschapters.text.RootLocale;
import java.util.Optional;

/** An experiment before and now. */
record Pair(Tally before, Tally now) {

  boolean isComparable() {
    return before.answers() > 0 && now.answers() > 0;
  }

  /** A break that no statistics excuse; unanswered trials are none. */
  Optional<String> broken(int from) {
    if (before.control()
        && before.answers() > 0
        && before.falseAlarms() == 0
        && now.falseAlarms() > 0) {
      return Optional.of(
          RootLocale.format(
              "%s: a new false alarm (%d of %d answers; before none of %d)",
              now.experiment(), now.falseAlarms(), now.answers(), before.answers()));
    }
    if (before.isAllRight() && before.answers() >= from && isAllWrong(now.answers(), from)) {
      return Optional.of(
          RootLocale.format(
              "%s: all right before (%d of %d), all wrong now (0 of %d)",
              now.experiment(), before.right(), before.answers(), now.answers()));
    }
    return Optional.empty();
  }

  /** Whether trials without an answer may hide a break. */
  Optional<String> hidden(int from) {
    boolean none = before.answers() > 0 && now.answers() == 0;
    boolean couldBreak =
        before.isAllRight()
            && before.answers() >= from
            && isAllWrong(now.answers() + now.unanswered(), from);
    return now.unanswered() > 0 && (none || couldBreak)
        ? Optional.of(
            RootLocale.format(
                "%s: %d of %d trials have no answer, which may hide a break",
                now.experiment(), now.unanswered(), now.answers() + now.unanswered()))
        : Optional.empty();
  }

  private boolean isAllWrong(int answers, int from) {
    return now.right() == 0 && answers >= from;
  }
}
