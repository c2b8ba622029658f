package io.chaoschapters.diagnosis.semantic.symptom;

import io.chaoschapters.subject.Health;
import java.util.List;
import org.apiguardian.api.API;

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
@API(status = API.Status.INTERNAL, since = "0.1")
public record RoleState(
    String role, Health health, int count, int all, int lost, List<String> titles) {

  public RoleState {
    titles = List.copyOf(titles);
  }

  /** Whether more than half of them do not work any more. */
  public boolean isMostLost() {
    return all > 1 && lost * 2 > all;
  }

  /** Whether more than half of them are in the same state. */
  public boolean isMost() {
    return all > 1 && count * 2 > all;
  }

  /** Whether they do not answer at all. */
  public boolean isLost() {
    return isLost(health);
  }

  public static boolean isLost(Health health) {
    return health == Health.REFUSING || health == Health.SILENT;
  }
}
