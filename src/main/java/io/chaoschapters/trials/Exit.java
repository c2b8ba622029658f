package io.chaoschapters.trials;

import io.chaoschapters.waiting.DaemonThreads;

/** Whether this program is about to end, as after Ctrl-C: its components are ending as well. */
final class Exit {
  private Exit() {}

  static boolean isUnderWay() {
    Thread probe = DaemonThreads.thread("chapters-exit-probe", () -> {});
    try {
      Runtime.getRuntime().addShutdownHook(probe);
      return !Runtime.getRuntime().removeShutdownHook(probe);
    } catch (IllegalStateException e) {
      return true; // Hooks are taken until the end begins.
    }
  }
}
