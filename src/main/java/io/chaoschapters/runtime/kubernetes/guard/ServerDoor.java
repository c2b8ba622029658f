package io.chaoschapters.runtime.kubernetes.guard;

import java.io.IOException;

/** The way to the API server. */
@FunctionalInterface
interface ServerDoor {
  /**
   * Asks once.
   *
   * @param body JSON, or empty
   * @throws IOException when nothing was answered
   */
  Answer ask(String method, String path, String body) throws IOException;

  /** What was answered. */
  record Answer(int status, String body) {
    public boolean isGood() {
      return status / 100 == 2;
    }
  }
}
