package io.chaoschapters.runtime.local;

import io.chaoschapters.runtime.process.ProcessIdentity;
import io.chaoschapters.runtime.readiness.Launched;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One process of a component, from its start to its end. */
final class ChildProcess implements Launched {
  private static final Duration KILL_TAKES = Duration.ofSeconds(5);

  private final Process process;
  private final ProcessIdentity identity;
  private final Thread logReader;
  private final List<ProcessIdentity> frozen = new CopyOnWriteArrayList<>();

  ChildProcess(Process process, ProcessIdentity identity, Thread logReader) {
    this.process = process;
    this.identity = identity;
    this.logReader = logReader;
  }

  ProcessIdentity identity() {
    return identity;
  }

  long pid() {
    return identity.pid();
  }

  /** Itself and then all that it has started, those of them that are there. */
  List<ProcessIdentity> all() {
    return Stream.concat(Stream.of(identity), process.descendants().map(ProcessIdentity::of))
        .toList();
  }

  /** The suspended processes, in the order in which they were suspended. */
  List<ProcessIdentity> frozen() {
    return frozen;
  }

  @Override
  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public int exitCode() {
    return process.exitValue();
  }

  /** Waits until what it printed before its end was read; a child of its own may hold the pipe. */
  @Override
  public void awaitLog(Duration atMost) {
    try {
      logReader.join(atMost.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** SIGKILL, for its own children too. False when it would not end. */
  boolean kill() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    boolean ended = hasEnded(process, KILL_TAKES);
    children.forEach(ProcessHandle::destroyForcibly);
    return ended;
  }

  /** SIGTERM, then after the grace SIGKILL. False when it would not end. */
  boolean stop(Duration grace) {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    boolean ended = hasEnded(process, grace) || kill();
    children.forEach(ProcessHandle::destroyForcibly);
    return ended;
  }

  /** Whether a process ends within a time. */
  static boolean hasEnded(Process process, Duration atMost) {
    try {
      return process.waitFor(atMost.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      process.destroyForcibly(); // no thread is left to wait for a slow end
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
