package io.chaoschapters.runtime.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Finds the processes of a runtime by a mark in their environment, which their own children
 * inherit.
 *
 * <p>This finds what nobody could write down: a child of a component, or a process that was started
 * in the moment its JVM was killed. It works where there is a {@code /proc}; elsewhere it finds
 * nothing. Needs nothing but the JDK: the guard uses it too.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class OwnedProcesses {
  /** The variable that marks them. */
  public static final String VARIABLE = "CHAOS_CHAPTERS_RUNTIME";

  private OwnedProcesses() {}

  /** Those that are marked with this value and still there. */
  public static List<ProcessIdentity> markedWith(String mark) {
    String wanted = VARIABLE + "=" + mark;
    return ofThisUser().stream()
        .filter(handle -> environment(handle.pid()).contains(wanted))
        .map(ProcessIdentity::of)
        .filter(process -> process.find().isPresent())
        .toList();
  }

  /**
   * A process whose owner is gone.
   *
   * @param isGuard whether it is there to end the others
   */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public record Orphan(ProcessIdentity process, Owner owner, boolean isGuard) {}

  /** Those of this user whose owner is gone, guards included. */
  public static List<Orphan> orphans() {
    List<Orphan> found = new ArrayList<>();
    for (ProcessHandle handle : ofThisUser()) {
      List<String> environment = environment(handle.pid());
      boolean isGuard = environment.stream().noneMatch(line -> line.startsWith(VARIABLE + "="));
      owner(environment)
          .filter(Owner::isGone)
          .map(owner -> new Orphan(ProcessIdentity.of(handle), owner, isGuard))
          .filter(orphan -> orphan.process().find().isPresent())
          .ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Owner> owner(List<String> environment) {
    String prefix = Owner.VARIABLE + "=";
    return environment.stream()
        .filter(line -> line.startsWith(prefix))
        .findFirst()
        .flatMap(line -> Owner.parse(line.substring(prefix.length())));
  }

  private static List<ProcessHandle> ofThisUser() {
    String me = ProcessHandle.current().info().user().orElse("");
    return ProcessHandle.allProcesses()
        .filter(handle -> handle.info().user().orElse("").equals(me))
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
