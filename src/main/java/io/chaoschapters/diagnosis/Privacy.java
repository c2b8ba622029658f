package io.chaoschapters.diagnosis;

import org.apiguardian.api.API;

/**
 * Whether evidence leaves the machine when a diagnoser is asked.
 *
 * @param leaves whether anything does; the run then says so before it starts
 * @param sentence what leaves and where it goes, or why nothing does
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Privacy(boolean leaves, String sentence) {
  private static final Privacy NOTHING = staysOnMachine("Nothing.");

  /** Nothing leaves the machine, for a reason worth a sentence. */
  public static Privacy staysOnMachine(String why) {
    return new Privacy(false, why);
  }

  /** Nothing leaves the machine. */
  public static Privacy staysOnMachine() {
    return NOTHING;
  }

  /**
   * Something leaves the machine.
   *
   * @param whatAndWhere one sentence on what it is and where it goes
   */
  public static Privacy leaves(String whatAndWhere) {
    return new Privacy(true, whatAndWhere);
  }
}
