package io.chaoschapters.runtime.support;

import java.time.Instant;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * A process id together with its start time, so that a later process with the same id is not
 * mistaken for it. Needs nothing but the JDK: the guard uses it too.
 *
 * @param started in milliseconds since the epoch, as this machine's process table says
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record ProcessIdentity(long pid, long started) implements Guarded {
  /**
   * How far two readings of one start time may lie apart: each JVM adds the process's age to its
   * own reading of the boot time, which has a resolution of one second.
   */
  private static final long TOLERANCE_MILLIS = 2_000;

  /** The identity of a process. */
  public static ProcessIdentity of(ProcessHandle handle) {
    Instant started = handle.info().startInstant().orElseGet(Instant::now);
    return new ProcessIdentity(handle.pid(), started.toEpochMilli());
  }

  @Override
  public String key() {
    return Long.toString(pid);
  }

  @Override
  public String words() {
    return pid + " " + started;
  }

  /** The process, unless it has ended. */
  public Optional<ProcessHandle> find() {
    return ProcessHandle.of(pid)
        .filter(handle -> isSame(handle) && ProcessStates.of(pid) != ProcessStates.State.GONE);
  }

  private boolean isSame(ProcessHandle handle) {
    return handle
        .info()
        .startInstant()
        .filter(start -> Math.abs(start.toEpochMilli() - started) <= TOLERANCE_MILLIS)
        .isPresent();
  }
}
