package io.chaoschapters.runtime.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the processes of a runtime by a mark in their environment, which their own children
 * inherit.
 *
 * <p>This finds what nobody could write down: a child of a component, or a process that was started
 * in the moment its JVM was killed. It works where there is a {@code /proc}; elsewhere it finds
 * nothing. Needs nothing but the JDK: the guard uses it too.
 */
final class OwnedProcesses {
  /** The variable that marks them. */
  static final String VARIABLE = "CHAOS_CHAPTERS_RUNTIME";

  private OwnedProcesses() {}

  /** Those that are marked with this value and still there. */
  static List<ProcessIdentity> markedWith(String mark) {
    String wanted = VARIABLE + "=" + mark;
    return ProcessHandle.allProcesses()
        .filter(handle -> hasVariable(handle.pid(), wanted))
        .map(ProcessIdentity::of)
        .toList();
  }

  private static boolean hasVariable(long pid, String wanted) {
    Path environment = Path.of("/proc", Long.toString(pid), "environ");
    try {
      String all = Files.readString(environment, StandardCharsets.ISO_8859_1);
      return Arrays.asList(all.split("\0")).contains(wanted);
    } catch (IOException e) {
      return false; // it has ended, or belongs to somebody else
    }
  }
}
