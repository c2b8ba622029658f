package io.chaoschapters.runtime.guard;

import io.chaoschapters.runtime.process.OwnedProcesses;
import io.chaoschapters.runtime.process.Owner;
import io.chaoschapters.runtime.process.ProcessIdentity;
import io.chaoschapters.text.Failure;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import io.chaoschapters.waiting.WaitTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The guards of JVMs that are gone. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Guards {
  private static final Logger LOG = LoggerFactory.getLogger(Guards.class);

  /** A guard needs two seconds, or more on a machine with other work. */
  private static final Duration GUARD_TAKES = Duration.ofSeconds(10);

  private final Set<ProcessIdentity> hanging;

  private Guards(Set<ProcessIdentity> hanging) {
    this.hanging = hanging;
  }

  /** Waits for those that are at work now; what they are about to remove is not left over. */
  public static Guards letFinish() {
    return letFinish(GUARD_TAKES);
  }

  static Guards letFinish(Duration atMost) {
    Set<ProcessIdentity> first =
        atWork().map(OwnedProcesses.Orphan::process).collect(Collectors.toSet());
    try {
      Wait.atMost("end of guards", atMost)
          .until(() -> new Progress(areGone(first), "a guard still cleans up"));
    } catch (WaitTimeoutException e) {
      LOG.warn("A guard process hangs: {}.", Failure.words(e));
    }
    return new Guards(first);
  }

  /**
   * The owners whose guards are still cleaning up, so that nothing of theirs is a leftover yet. Ask
   * after looking for leftovers: another JVM may have ended in the meantime. A guard that hangs is
   * a leftover like any other process.
   */
  public Set<Owner> busy() {
    return atWork()
        .filter(guard -> !hanging.contains(guard.process()))
        .map(OwnedProcesses.Orphan::owner)
        .collect(Collectors.toSet());
  }

  private static Stream<OwnedProcesses.Orphan> atWork() {
    return OwnedProcesses.orphans().stream().filter(OwnedProcesses.Orphan::isGuard);
  }

  private static boolean areGone(Set<ProcessIdentity> guards) {
    return guards.stream().allMatch(guard -> guard.find().isEmpty());
  }
}
