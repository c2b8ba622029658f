package io.chaoschapters.chaos.fault;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.WitnessReport;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts answers that are late: one of a busy machine is, now and then; two here are the fault. */
final class LateAnswers {
  private static final int ENOUGH = 2;

  private final FaultPlan<?> plan;
  private final Duration by;
  private final Map<String, Integer> late = new ConcurrentHashMap<>();

  /** Nothing is asked yet. */
  LateAnswers(FaultPlan<?> plan, Duration by) {
    this.plan = plan;
    this.by = by;
  }

  /** Seen when the second answer of a component was late. */
  WitnessReport look(Component target) {
    WitnessReport look = plan.cluster().witnessDelay(target, by);
    int all = late.merge(target.id(), look.seen() ? 1 : 0, Integer::sum);
    return new WitnessReport(all >= ENOUGH, look.statement());
  }
}
