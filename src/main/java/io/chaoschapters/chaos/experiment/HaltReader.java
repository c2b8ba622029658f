package io.chaoschapters.chaos.experiment;

import io.chaoschapters.subject.Bound;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.Signal;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.subject.file.Section;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the conditions that end an experiment's fault at once. */
final class HaltReader {
  private final Subject<?> subject;

  HaltReader(Subject<?> subject) {
    this.subject = subject;
  }

  List<HaltCondition> read(Section halt) {
    List<HaltCondition> conditions = new ArrayList<>();
    for (Section item : halt.items()) {
      String invariant = item.text(ExperimentKeys.INVARIANT);
      String signal = item.text(ExperimentKeys.SIGNAL);
      if (invariant != null) {
        require(
            item,
            ExperimentKeys.INVARIANT,
            invariant,
            subject.invariants().stream().map(Invariant::id).toList());
        conditions.add(new HaltCondition(invariant, null));
      } else if (signal != null) {
        require(
            item,
            ExperimentKeys.SIGNAL,
            signal,
            subject.signals().stream().map(Signal::id).toList());
        conditions.add(new HaltCondition(signal, bound(item)));
      }
    }
    return conditions;
  }

  /** The schema sees to it that one of the two is there, and a number. */
  private static Bound bound(Section item) {
    return new Bound(
        number(item.text(ExperimentKeys.AT_LEAST), Double.NEGATIVE_INFINITY),
        number(item.text(ExperimentKeys.AT_MOST), Double.POSITIVE_INFINITY));
  }

  private static double number(@Nullable String text, double otherwise) {
    return text == null ? otherwise : Double.parseDouble(text);
  }

  private static void require(Section item, String key, String id, List<String> known) {
    if (!known.contains(id)) {
      ExperimentBuilder.unknown(item, key, key, id, known);
    }
  }
}
