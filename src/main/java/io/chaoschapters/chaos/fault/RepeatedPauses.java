package io.chaoschapters.chaos.fault;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentState;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.WitnessReport;
import io.chaoschapters.waiting.DaemonThreads;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Freezes and thaws every target by turns. */
final class RepeatedPauses implements Fault {
  private static final Duration LAST_PAUSE_TAKES = Duration.ofSeconds(20);

  private final FaultPlan<Cluster> plan;
  private final Duration pause;
  private final Duration run;
  private final LateAnswers late;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile CompletableFuture<Void> pauses = CompletableFuture.completedFuture(null);

  RepeatedPauses(FaultPlan<Cluster> plan, Duration pause, Duration run) {
    this.plan = plan;
    this.pause = pause;
    this.run = run;
    this.late = new LateAnswers(plan, pause.dividedBy(2));
  }

  @Override
  public List<UndoStep> undo() {
    return plan.targets().stream().map(Component::thawStep).toList();
  }

  @Override
  public void inject() {
    long end = System.nanoTime() + plan.longest().toNanos();
    Executor threads = DaemonThreads.eachIn("chapters-throttle");
    pauses =
        CompletableFuture.allOf(
            plan.targets().stream()
                .map(target -> CompletableFuture.runAsync(() -> pauseUntil(end, target), threads))
                .toArray(CompletableFuture<?>[]::new));
  }

  private void pauseUntil(long end, Component target) {
    while (System.nanoTime() - end < 0 && !isStoppedWithin(run)) {
      target.freeze(pause.plus(ComponentFaultType.MARGIN));
      isStoppedWithin(pause);
      target.thaw();
    }
  }

  private boolean isStoppedWithin(Duration time) {
    try {
      return stopped.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public WitnessReport witness() {
    return WitnessReport.all(plan.targets().stream().map(late::look).toList());
  }

  /** A pause that failed may have left a target frozen. */
  @Override
  public boolean isOver() {
    return pauses.isDone()
        && plan.targets().stream().noneMatch(t -> t.state() == ComponentState.FROZEN);
  }

  @Override
  public boolean lastsUntilRollback() {
    return true;
  }

  @Override
  public void rollback() {
    stopped.countDown();
    Wait.atMost("end of the last pause", LAST_PAUSE_TAKES)
        .until(() -> new Progress(pauses.isDone(), "one is under way"));
    EachTarget.of(plan, Component::thaw);
  }
}
