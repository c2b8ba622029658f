package io.chaoschapters.subject;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What an invariant measured on one observation.
 *
 * @param reading the value, or unknown
 * @param bound the range that it must be in, at this moment
 * @param component the component that it is about, or null for the whole system
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Measurement(Reading reading, Bound bound, @Nullable String component) {

  /** About the whole system. */
  public static Measurement of(Reading reading, Bound bound) {
    return new Measurement(reading, bound, null);
  }
}
