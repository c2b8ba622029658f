package io.chaoschapters.runtime.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Finds the processes of a runtime by a mark in their environment, which their own children
 * inherit.
 *
 * <p>This finds what could not be written down: a child of a component, or a process that was
 * started in the moment its JVM was killed. Needs nothing but the JDK: the guard uses it too.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class OwnedProcesses {
  /** The variable that marks them. */
  public static final String VARIABLE = "RUN_OF_RUNTIME";

  private OwnedProcesses() {}

  /** What a program has in its environment that belongs to this JVM and carries this mark. */
  public static Map<String, String> marks(String mark) {
    return Map.of(VARIABLE, mark, Owner.VARIABLE, Owner.self().toString());
  }

  /** Returns the running processes that carry this mark. */
  public static List<ProcessIdentity> markedWith(String mark) {
    String wanted = VARIABLE + "=" + mark;
    return ProcessMarks.all().entrySet().stream()
        .filter(process -> process.getValue().contains(wanted))
        .flatMap(process -> identity(process.getKey()).stream())
        .toList();
  }

  private static Optional<ProcessIdentity> identity(long pid) {
    return ProcessHandle.of(pid)
        .filter(OwnedProcesses::isOfThisUser)
        .map(ProcessIdentity::of)
        .filter(process -> process.find().isPresent());
  }

  private static boolean isOfThisUser(ProcessHandle handle) {
    return handle.info().user().orElse("").equals(ProcessHandle.current().info().user().orElse(""));
  }

  /**
   * A process whose owner is gone.
   *
   * @param isGuard whether it is there to end the others
   */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public record Orphan(ProcessIdentity process, Owner owner, boolean isGuard) {}

  /** Returns this user's processes whose owner is gone, guards included. */
  public static List<Orphan> orphans() {
    List<Orphan> found = new ArrayList<>();
    ProcessMarks.all()
        .forEach(
            (pid, marks) -> {
              boolean isGuard = marks.stream().noneMatch(m -> m.startsWith(VARIABLE + "="));
              owner(marks)
                  .filter(Owner::isGone)
                  .flatMap(owner -> identity(pid).map(p -> new Orphan(p, owner, isGuard)))
                  .ifPresent(found::add);
            });
    return found;
  }

  private static Optional<Owner> owner(List<String> marks) {
    String prefix = Owner.VARIABLE + "=";
    return marks.stream()
        .filter(line -> line.startsWith(prefix))
        .findFirst()
        .flatMap(line -> Owner.parse(line.substring(prefix.length())));
  }
}
