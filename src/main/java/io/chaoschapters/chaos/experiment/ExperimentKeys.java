package io.chaoschapters.chaos.experiment;

import java.util.List;

/** The keys of an experiment file; a test holds them and the schema to the same set. */
final class ExperimentKeys {
  static final String SUBJECT = "subject";
  static final String EXPERIMENTS = "experiments";

  static final String DESCRIPTION = "description";
  static final String GIVEN = "given";
  static final String STEADY_STATE = "steady-state";
  static final String LOAD = "load";
  static final String LEAD_IN = "lead-in";
  static final String METHOD = "method";
  static final String DURATION = "duration";
  static final String SETTLE = "settle";
  static final String WITNESS = "witness";
  static final String EXPECT = "expect";
  static final String ASK = "ask";
  static final String ROLLBACK = "rollback";
  static final String ROLLBACK_WITHIN = "rollback-within";
  static final String RECOVERY = "recovery";
  static final String HALT = "halt";

  static final String AFTER = "after";
  static final String AT_LEAST = "at-least";
  static final String AT_MOST = "at-most";
  static final String ANOMALY = "anomaly";
  static final String FAULT = "fault";
  static final String INVARIANT = "invariant";
  static final String INVARIANTS = "invariants";
  static final String OR = "or";
  static final String SIGNAL = "signal";
  static final String TARGET = "target";
  static final String TYPE = "type";
  static final String WHEN = "when";
  static final String WITHIN = "within";

  static final List<String> OF_EXPERIMENT =
      List.of(
          DESCRIPTION,
          GIVEN,
          STEADY_STATE,
          LOAD,
          LEAD_IN,
          METHOD,
          DURATION,
          SETTLE,
          WITNESS,
          EXPECT,
          ASK,
          ROLLBACK_WITHIN,
          ROLLBACK,
          RECOVERY,
          HALT);

  private ExperimentKeys() {}
}
