package io.chaoschapters.runtime.components;

import org.apiguardian.api.API;

/** A component whose runtime runs a check of health in it. */
@API(status = API.Status.INTERNAL, since = "0.1")
public interface SelfChecked {
  /** Whether the check said the last time that it is well; false while it has not said anything. */
  boolean isWell();
}
