package io.chaoschapters.report.trials;

import org.apiguardian.api.API;

/** What became of a trial, whatever was answered. */
@API(status = API.Status.INTERNAL, since = "0.1")
public enum TrialOutcome {
  /** Evidence was gathered and diagnosers were asked. */
  MEASURED("measured"),
  /** No witness saw the fault, so there was nothing to ask about. */
  INVALID_INJECTION("invalid injection"),
  /** A condition of the experiment ended it before there was something to ask about. */
  HALTED("halted"),
  /** The runtime cannot do what the experiment needs, so no diagnoser was asked. */
  NOT_POSSIBLE("not possible on this runtime"),
  /** The surroundings failed before any diagnoser could be asked. */
  INFRASTRUCTURE_ERROR("infrastructure error"),
  /** The evidence gives the answer away, so no diagnoser was asked. */
  LEAK("leak"),
  /** What is measured contradicts itself, so no diagnoser was asked. */
  BROKEN_MEASUREMENT("broken measurement"),
  /** The steady state did not come back: what was asked counts, and no further trial may follow. */
  DIRTY_CLUSTER("dirty cluster");

  private final String words;

  TrialOutcome(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }

  /** Whether it must not happen at all: it spoils more than the trial itself. */
  public boolean isAlarming() {
    return this == LEAK || this == BROKEN_MEASUREMENT || this == DIRTY_CLUSTER;
  }
}
