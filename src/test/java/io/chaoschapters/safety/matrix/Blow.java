package io.chaoschapters.safety.matrix;

import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** What is done to processes from outside. */
final class Blow {
  private static final String GUARDS = "io.chaoschapters.runtime.";

  private Blow() {}

  static void signal(String signal, long pid) throws IOException, InterruptedException {
    Process kill =
        new ProcessBuilder("kill", "-s", signal, "--", Long.toString(pid)).inheritIO().start();
    if (!kill.waitFor(5, TimeUnit.SECONDS) || kill.exitValue() != 0) {
      throw new IOException(RootLocale.format("kill -s %s %d failed", signal, pid));
    }
  }

  /** Ends a JVM and its guard at once; a guard that ends alone would be replaced. */
  static void killWithGuard(long pid, String owner) throws Exception {
    signal("STOP", pid);
    for (Owned owned : Owned.by(owner)) {
      if (owned.command().contains(" " + GUARDS) && owned.command().contains("Guard ")) {
        signal("KILL", owned.pid());
      }
    }
    signal("KILL", pid);
  }

  /** Ends a component as a stranger would. */
  static void destroyHeart(Cell cell, String owner) throws Exception {
    String heart = cell.fault().heart();
    if (cell.runtime().equals("docker")) {
      Containers.destroy(owner, heart);
      return;
    }
    for (Owned owned : Owned.by(owner)) {
      // Each component has a folder that bears its name.
      if (owned.command().contains("/" + heart + "/")) {
        signal("KILL", owned.pid());
      }
    }
  }
}
