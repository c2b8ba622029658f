package io.chaoschapters.waiting;

import org.apiguardian.api.API;

/**
 * What a wait saw when it last looked.
 *
 * @param done whether the wait is over
 * @param last what was seen, for the message if it never is
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Progress(boolean done, String last) {
  /** The condition holds. */
  public static Progress reached() {
    return new Progress(true, "");
  }

  /** The condition does not hold yet. */
  public static Progress notYet(String last) {
    return new Progress(false, last);
  }
}
