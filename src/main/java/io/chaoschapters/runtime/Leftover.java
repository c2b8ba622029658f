package io.chaoschapters.runtime;

import org.apiguardian.api.API;

/**
 * Something that a run has left behind whose JVM is gone.
 *
 * @param description for people, such as {@code process 4711 (java)}
 * @param removal ends or removes it; fine when it is gone already
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Leftover(String description, Removal removal) {

  /** Ends or removes something. */
  @FunctionalInterface
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  public interface Removal {
    /**
     * Returns once it is gone.
     *
     * @throws RuntimeFailureException when it cannot be removed; the message says what to do
     */
    void run();
  }

  /** Ends or removes it. */
  public void remove() {
    removal.run();
  }
}
