package io.chaoschapters.subjects.tikv;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.text.Numbers;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.List;

/** A switch of the stand-in is set on each target, and goes back when its time is over. */
abstract class SwitchedFault implements Fault {
  final StandInSwitch lever;
  final List<Component> targets;
  private final Duration longest;
  private final String ending;
  private volatile long overAtNanos = System.nanoTime();

  /**
   * Nothing is set yet.
   *
   * @param ending what happens when the time is over, a clause
   */
  SwitchedFault(String path, FaultPlan<TikvCluster> plan, String ending) {
    this.lever = new StandInSwitch(path);
    this.targets = plan.targets();
    this.longest = plan.longest();
    this.ending = ending;
  }

  @Override
  public final List<UndoStep> undo() {
    return List.of(
        UndoStep.endsByItself(
            RootLocale.format(
                "%s by itself after %s s", ending, Numbers.plain(longest.toMillis() / 1000.0))));
  }

  @Override
  public final void inject() {
    overAtNanos = System.nanoTime() + longest.toNanos();
    targets.forEach(target -> lever.set(target, longest));
  }

  @Override
  public final boolean isOver() {
    return System.nanoTime() - overAtNanos >= 0;
  }

  @Override
  public final boolean lastsUntilRollback() {
    return true;
  }

  @Override
  public final void rollback() {
    targets.forEach(target -> lever.set(target, Duration.ZERO));
    overAtNanos = System.nanoTime();
  }
}
