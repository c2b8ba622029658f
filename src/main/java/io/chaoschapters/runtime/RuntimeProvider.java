package io.chaoschapters.runtime;

import io.chaoschapters.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import org.apiguardian.api.API;

/** Makes a runtime; found by {@link java.util.ServiceLoader}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface RuntimeProvider {
  /** The value of the setting {@code runtime} that chooses it. */
  String id();

  /** Order in which {@code auto} asks: the lower one first. */
  int preference();

  /**
   * Whether {@code auto} may choose it, and whether what earlier runs left may be looked for
   * without being asked. False for one that acts on what others share, such as a cluster of
   * machines: it is always asked for by name.
   */
  default boolean chosenByAuto() {
    return true;
  }

  /**
   * Which of its libraries is not on the class path and what to add, as a clause; empty when none
   * is missing. Quick: it is asked before anything is started.
   */
  default String missing() {
    return "";
  }

  /**
   * Whether it can run here, and why (not).
   *
   * @param images the images that the subject needs where components run as containers; a runtime
   *     may pull them now, within the time that the settings give it
   */
  Availability availability(List<String> images, Settings settings);

  /** Opens it. Nothing is started yet. */
  ComponentRuntime open(RuntimeContext context);

  /**
   * What runs of this runtime have left behind on this machine whose JVM is gone; nothing of a run
   * that goes on, and nothing of other users.
   *
   * @param cutOff the folders of runs whose JVM is gone
   * @throws RuntimeFailureException when it cannot look; the message says why, and what to do
   */
  default List<Leftover> leftovers(List<Path> cutOff) {
    return List.of();
  }

  /**
   * Where its components are, in one line, when this machine can have more than one such place:
   * what was started in one is not found in another. Empty where there is one place only.
   */
  default String place() {
    return "";
  }

  /**
   * Whether a runtime can be used.
   *
   * @param usable true when it can
   * @param reason one clause for the first log line, such as {@code no Docker engine answers}
   */
  record Availability(boolean usable, String reason) {}
}
