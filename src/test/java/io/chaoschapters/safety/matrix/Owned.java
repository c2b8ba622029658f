package io.chaoschapters.safety.matrix;

import io.chaoschapters.runtime.process.Owner;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * A process that belongs to a run, as its environment says.
 *
 * @param state the letter of proc_pid_stat(5): T is a frozen one
 */
record Owned(long pid, char state, String command) {

  /** Those that run as part of a run's cluster, its guard included. */
  static List<Owned> by(String owner) {
    String wanted = Owner.VARIABLE + "=" + owner;
    return those(pid -> environment(pid).contains(wanted));
  }

  /** These, and whatever else was started with a folder on its command line. */
  static List<Owned> of(String owner, Path folder) {
    String wanted = Owner.VARIABLE + "=" + owner;
    return those(
        pid -> environment(pid).contains(wanted) || read(pid, "cmdline").contains(folder + "/"));
  }

  private static List<Owned> those(LongPredicate wanted) {
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::pid)
        .filter(wanted::test)
        .map(Owned::of)
        .filter(owned -> owned.state() != 'Z' && owned.state() != 'X')
        .toList();
  }

  boolean isFrozen() {
    return state == 'T';
  }

  private static Owned of(long pid) {
    String stat = read(pid, "stat");
    return new Owned(
        pid,
        stat.isEmpty() ? 'X' : stat.charAt(stat.lastIndexOf(')') + 2),
        read(pid, "cmdline").replace('\0', ' '));
  }

  private static List<String> environment(long pid) {
    return Arrays.asList(read(pid, "environ").split("\0"));
  }

  private static String read(long pid, String file) {
    try {
      return Files.readString(
          Path.of("/proc", Long.toString(pid), file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return ""; // it has ended
    }
  }

  @Override
  public String toString() {
    return RootLocale.format("process %d %c %.80s", pid, state, command);
  }
}
