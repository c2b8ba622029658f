package io.chaoschapters.diagnosis.semantic;

import io.chaoschapters.subject.Health;
import java.util.List;

/**
 * What became of components that do the same work.
 *
 * @param role what they do
 * @param health the state that they are in now, and were not at the steady state
 * @param count how many are in it
 * @param all how many have the role
 * @param lost how many of the role are gone or silent
 * @param titles what those in the state said of themselves at the steady state and no other of the
 *     role did, such as "leader"
 */
record RoleState(String role, Health health, int count, int all, int lost, List<String> titles) {

  RoleState {
    titles = List.copyOf(titles);
  }

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
