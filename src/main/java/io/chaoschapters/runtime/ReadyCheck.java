package io.chaoschapters.runtime;

import org.apiguardian.api.API;

/** Tells whether a component that was just started serves; it is asked again until it does. */
@FunctionalInterface
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface ReadyCheck {
  /**
   * True when it serves.
   *
   * @throws Exception when it cannot be asked yet; the last message is shown if it never serves
   */
  boolean isReady(Component component) throws Exception;
}
