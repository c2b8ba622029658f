package io.chaoschapters.run;

import org.apiguardian.api.API;

/** How an invariant stands after an observation. */
@API(status = API.Status.INTERNAL, since = "0.1")
public enum Standing {
  /** It is in bounds. */
  HOLDS,
  /** It is out of bounds. */
  VIOLATED,
  /** It cannot be measured, which is neither. */
  UNKNOWN,
  /** It cannot be measured now because there is nothing to measure, and that is no fault. */
  NOT_YET
}
