package io.chaoschapters.diagnosis;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence that a diagnosis rests on.
 *
 * @param source the signal, component or invariant that it cites
 * @param value the value as the diagnoser gave it; empty for a state without a number
 * @param grounded whether each number in it is in the evidence, or null when that was not checked
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Citation(String source, String value, @Nullable Boolean grounded) {

  /** A citation that was not checked yet. */
  public static Citation of(String source, String value) {
    return new Citation(source, value, null);
  }
}
