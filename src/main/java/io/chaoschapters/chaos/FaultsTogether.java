package io.chaoschapters.chaos;

import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.WitnessReport;
import io.chaoschapters.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Several faults as one: there when all are, over when all are, and undone one by one in reverse
 * order, each whatever became of the others.
 */
final class FaultsTogether implements Fault {
  private final List<Fault> faults;

  private FaultsTogether(List<Fault> faults) {
    this.faults = faults;
  }

  static Fault of(List<Fault> faults) {
    return faults.size() == 1 ? faults.get(0) : new FaultsTogether(List.copyOf(faults));
  }

  @Override
  public List<UndoStep> undo() {
    List<UndoStep> steps = new ArrayList<>();
    for (int i = faults.size() - 1; i >= 0; i--) {
      steps.addAll(faults.get(i).undo());
    }
    return steps;
  }

  /** If one cannot be injected, the earlier ones stay in place until the rollback. */
  @Override
  public void inject() {
    faults.forEach(Fault::inject);
  }

  @Override
  public WitnessReport witness() {
    return WitnessReport.all(faults.stream().map(Fault::witness).toList());
  }

  @Override
  public boolean isOver() {
    return faults.stream().allMatch(Fault::isOver);
  }

  @Override
  public boolean lastsUntilRollback() {
    return faults.stream().allMatch(Fault::lastsUntilRollback);
  }

  @Override
  public void rollback() {
    List<RuntimeException> failures = new ArrayList<>();
    for (int i = faults.size() - 1; i >= 0; i--) {
      try {
        faults.get(i).rollback();
      } catch (RuntimeException e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      throw new IllegalStateException(
          failures.stream().map(Words::sentence).collect(Collectors.joining(" ")), failures.get(0));
    }
  }
}
