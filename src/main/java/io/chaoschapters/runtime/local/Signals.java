package io.chaoschapters.runtime.local;

import io.chaoschapters.runtime.process.ProcessIdentity;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Sends the signals that {@link ProcessHandle} cannot. Needs nothing but the JDK: the guard uses it
 * too.
 */
final class Signals {
  private static final long BOUND_SECONDS = 5;

  private Signals() {}

  static void suspend(long pid) throws IOException {
    send("-STOP", pid);
  }

  static void resume(long pid) throws IOException {
    send("-CONT", pid);
  }

  /**
   * The command that resumes processes, of which each stands behind the one that started it: the
   * last one first. A process whose parent is still suspended does not vanish, so the command finds
   * all of them. It does no harm to one that is not suspended.
   */
  static List<String> resumeCommand(List<ProcessIdentity> processes) {
    List<String> words = new ArrayList<>(List.of("kill", "-CONT"));
    for (int i = processes.size() - 1; i >= 0; i--) {
      words.add(processes.get(i).key());
    }
    return List.copyOf(words);
  }

  private static void send(String signal, long pid) throws IOException {
    Process kill =
        new ProcessBuilder("kill", signal, Long.toString(pid)).redirectErrorStream(true).start();
    try {
      if (!kill.waitFor(BOUND_SECONDS, TimeUnit.SECONDS)) {
        kill.destroyForcibly();
        throw new IOException(RootLocale.format("kill %s %d did not end", signal, pid));
      }
      if (kill.exitValue() != 0) {
        String said = new String(kill.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        throw new IOException(
            RootLocale.format("kill %s %d failed: %s", signal, pid, said.strip()));
      }
    } catch (InterruptedException e) {
      kill.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException(RootLocale.format("kill %s %d was interrupted", signal, pid), e);
    }
  }
}
