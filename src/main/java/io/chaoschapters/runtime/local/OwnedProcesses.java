package io.chaoschapters.runtime.local;

import io.chaoschapters.runtime.support.Owner;
import io.chaoschapters.runtime.support.ProcessIdentity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

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
    return where(environment -> environment.contains(wanted));
  }

  /** Those of this user whose owner is gone, guards included. */
  static List<ProcessIdentity> withoutOwner() {
    return where(OwnedProcesses::isOwnerGone);
  }

  /** The guards among them. */
  static List<ProcessIdentity> guardsWithoutOwner() {
    return where(
        environment ->
            isOwnerGone(environment)
                && environment.stream().noneMatch(line -> line.startsWith(VARIABLE + "=")));
  }

  private static boolean isOwnerGone(List<String> environment) {
    String prefix = Owner.VARIABLE + "=";
    return environment.stream()
        .filter(line -> line.startsWith(prefix))
        .findFirst()
        .flatMap(line -> Owner.parse(line.substring(prefix.length())))
        .filter(Owner::isGone)
        .isPresent();
  }

  private static List<ProcessIdentity> where(Predicate<List<String>> wanted) {
    String me = ProcessHandle.current().info().user().orElse("");
    return ProcessHandle.allProcesses()
        .filter(handle -> handle.info().user().orElse("").equals(me))
        .filter(handle -> wanted.test(environment(handle.pid())))
        .map(ProcessIdentity::of)
        .filter(process -> process.find().isPresent())
        .toList();
  }

  private static List<String> environment(long pid) {
    Path environment = Path.of("/proc", Long.toString(pid), "environ");
    try {
      return List.of(Files.readString(environment, StandardCharsets.ISO_8859_1).split("\0"));
    } catch (IOException e) {
      return List.of(); // it has ended, or belongs to somebody else
    }
  }
}
