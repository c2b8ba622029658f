package io.chaoschapters.diagnosis.semantic;

import io.chaoschapters.subject.Health;

/**
 * What became of components that do the same work.
 *
 * @param role what they do
 * @param health the state that they are in now, and were not at the steady state
 * @param count how many are in it
 * @param all how many have the role
 * @param lost how many of the role are gone or silent
 */
record RoleState(String role, Health health, int count, int all, int lost) {
  /** Whether more than half of them do not work any more. */
  boolean isMostLost() {
    return all > 1 && lost * 2 > all;
  }

  /** Whether more than half of them are in the same state. */
  boolean isMost() {
    return all > 1 && count * 2 > all;
  }

  /** Whether they do not answer at all. */
  boolean isLost() {
    return isLost(health);
  }

  static boolean isLost(Health health) {
    return health == Health.REFUSING || health == Health.SILENT;
  }
}
