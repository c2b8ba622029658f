package io.chaoschapters.journal;

import org.apiguardian.api.API;

/** What can happen in a run. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum EventType {
  /** A run began: subject, title, runtime, reason, diagnoser, standIn, chapters. */
  RUN_STARTED,
  /** The cluster serves: seconds, components, metrics. */
  CLUSTER_READY,
  /** A chapter is next: number, count, title, narration, notes, autoAdvance, experiment. */
  CHAPTER_SCHEDULED,
  /** A chapter's method begins. */
  CHAPTER_STARTED,
  /** The steady-state hypothesis holds. */
  STEADY_STATE,
  /** A fault is about to be injected: fault, target, seconds, undo. Written before it happens. */
  FAULT_ARMED,
  /** A fault was injected: fault, target, seconds. */
  FAULT_INJECTED,
  /** An independent probe saw the fault: statement. */
  FAULT_WITNESSED,
  /** No witness saw the fault in time: statement. */
  FAULT_NOT_WITNESSED,
  /** The fault is over: seconds. */
  FAULT_ENDED,
  /** Client traffic began: load. */
  LOAD_STARTED,
  /** Client traffic ended: load, outcomes. */
  LOAD_ENDED,
  /** Something is waited for: what, atMost. */
  WAITING,
  /** An invariant left its bounds: invariant, statement, measured, bound, component. */
  VIOLATION_RAISED,
  /** An invariant is in its bounds again: invariant, seconds. */
  VIOLATION_CLEARED,
  /** An observation is complete: components, signals, invariants. */
  OBSERVED,
  /** A diagnoser was asked: diagnoser, version. */
  DIAGNOSIS_ASKED,
  /** A piece of a diagnoser's answer arrived: text. */
  DIAGNOSIS_TEXT,
  /** A diagnoser answered: diagnoser, verdict, term, component, mechanism, seconds. */
  DIAGNOSIS_ANSWERED,
  /** An assertion about the diagnosis failed: expected, answered. */
  DIAGNOSIS_REJECTED,
  /** A chapter's verdict, written before anything is torn down: verdict, reason. */
  CHAPTER_JUDGED,
  /** Rollback begins. */
  RECOVERING,
  /** The steady state is back: seconds. */
  RECOVERED,
  /** The steady state did not come back, or a rollback failed: reason. */
  RECOVERY_FAILED,
  /** A chapter was not run: reason. */
  CHAPTER_SKIPPED,
  /** A chapter is over: verdict, reason, and its times. */
  CHAPTER_ENDED,
  /** The presenter did something: command. */
  PRESENTER,
  /** A sentence for the log. */
  NOTE,
  /** The run is over: verdict, counts. */
  RUN_ENDED
}
