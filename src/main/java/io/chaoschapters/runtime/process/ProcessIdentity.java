package io.chaoschapters.runtime.process;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.apiguardian.api.API;

/**
 * A process id together with its start time, so that a later process with the same id is not
 * mistaken for it. Needs nothing but the JDK: the guard uses it too.
 *
 * @param started in clock ticks since the boot; where none is known, in milliseconds since the
 *     epoch, as this machine's process table says
 * @param boot which boot of the machine it was; empty where that cannot be told
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record ProcessIdentity(long pid, long started, String boot) implements Guarded {
  /**
   * How far two readings of one start time may lie apart: each JVM adds the process's age to its
   * own reading of the boot time, which has a resolution of one second.
   */
  private static final long TOLERANCE_MILLIS = 2_000;

  /**
   * One of which only the time of day is known when it was started, as on systems without a {@code
   * /proc}. When the clock is set, it is not recognized any more.
   */
  public ProcessIdentity(long pid, long startedMillis) {
    this(pid, startedMillis, "");
  }

  public static ProcessIdentity of(ProcessHandle handle) {
    OptionalLong ticks = StartTicks.of(handle.pid());
    if (ticks.isPresent() && !StartTicks.BOOT.isEmpty()) {
      return new ProcessIdentity(handle.pid(), ticks.getAsLong(), StartTicks.BOOT);
    }
    Instant started = handle.info().startInstant().orElseGet(Instant::now);
    return new ProcessIdentity(handle.pid(), started.toEpochMilli());
  }

  /**
   * Reads what {@link #start} says.
   *
   * @throws IllegalArgumentException when that cannot be read
   */
  public static ProcessIdentity parse(String pid, String start) {
    String[] parts = start.split("[.]", 2);
    return new ProcessIdentity(
        Long.parseLong(pid), Long.parseLong(parts[0]), parts.length > 1 ? parts[1] : "");
  }

  /** When it was started, in one word. */
  public String start() {
    return boot.isEmpty() ? Long.toString(started) : started + "." + boot;
  }

  @Override
  public String key() {
    return Long.toString(pid);
  }

  @Override
  public String words() {
    return pid + " " + start();
  }

  /** The process, unless it has ended. */
  public Optional<ProcessHandle> find() {
    return ProcessHandle.of(pid)
        .filter(handle -> isSame(handle) && ProcessStates.of(pid) != ProcessStates.State.GONE);
  }

  boolean isSame(ProcessHandle handle) {
    return boot.isEmpty() ? startedThen(handle) : startedAtThatTick(handle);
  }

  private boolean startedAtThatTick(ProcessHandle handle) {
    OptionalLong ticks = StartTicks.of(handle.pid());
    return boot.equals(StartTicks.BOOT) && ticks.isPresent() && ticks.getAsLong() == started;
  }

  private boolean startedThen(ProcessHandle handle) {
    return handle
        .info()
        .startInstant()
        .filter(start -> Math.abs(start.toEpochMilli() - started) <= TOLERANCE_MILLIS)
        .isPresent();
  }
}
