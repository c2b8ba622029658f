package io.chaoschapters.runtime.local;

import io.chaoschapters.runtime.LastWords;
import io.chaoschapters.runtime.support.Deadlines;
import io.chaoschapters.runtime.support.OwnedProcesses;
import io.chaoschapters.runtime.support.ProcessIdentity;
import io.chaoschapters.runtime.support.ProcessStates;
import io.chaoschapters.runtime.support.TimeLimits;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** What the {@link Guard} has to do, and does when its time has come. */
final class GuardDuty {
  private static final long GRACE_MILLIS = 1_000;
  private static final long LAST_WAIT_MILLIS = 1_000;

  private final String mark;
  private final Path folder;
  private final PrintStream out;
  private final Map<Long, ProcessIdentity> tracked = new HashMap<>();
  private final Deadlines<Long> deadlines = new Deadlines<>();
  private final TimeLimits limits = new TimeLimits(this::limitIsOver);

  GuardDuty(String mark, Path folder, PrintStream out) {
    this.mark = mark;
    this.folder = folder;
    this.out = out;
  }

  synchronized void track(ProcessIdentity process) {
    tracked.put(process.pid(), process);
  }

  synchronized void untrack(long pid) {
    tracked.remove(pid);
    disarm(pid);
  }

  void arm(ProcessIdentity process, long millis) {
    deadlines.arm(process.pid(), millis, () -> thawInTime(process));
  }

  void disarm(long pid) {
    deadlines.disarm(pid);
  }

  private void thawInTime(ProcessIdentity process) {
    if (process.find().isPresent()
        && ProcessStates.of(process.pid()) != ProcessStates.State.RUNNING) {
      thaw(process);
      out.println("thawed " + process.pid());
    }
  }

  void limit(long id, long millis) {
    limits.limit(id, millis);
  }

  void lift(long id) {
    limits.lift(id);
  }

  /** The JVM is there, but has not undone a fault in its time. */
  private void limitIsOver() {
    out.println("ended everything");
    endAll();
  }

  /**
   * Thaws and ends everything, and removes the folder.
   *
   * @param cutOff whether the JVM was ended without a word, so that somebody has to speak for it
   */
  void cleanUp(boolean cutOff) throws IOException {
    deadlines.end();
    limits.end();
    endAll();
    WorkFolder.remove(folder);
    if (cutOff) {
      LastWords.of(folder.getParent()).speak();
    }
  }

  private void endAll() {
    Set<ProcessIdentity> ours = ours();
    ours.forEach(GuardDuty::thaw);
    ours.forEach(process -> process.find().ifPresent(ProcessHandle::destroy));
    awaitEnd(ours, GRACE_MILLIS);
    ours.addAll(ours());
    ours.forEach(process -> process.find().ifPresent(ProcessHandle::destroyForcibly));
    awaitEnd(ours, LAST_WAIT_MILLIS);
  }

  private synchronized Set<ProcessIdentity> ours() {
    Set<ProcessIdentity> all = new HashSet<>(tracked.values());
    all.addAll(OwnedProcesses.markedWith(mark));
    return all;
  }

  private static void thaw(ProcessIdentity process) {
    if (process.find().isEmpty()) {
      return;
    }
    try {
      Signals.resume(process.pid());
    } catch (IOException e) {
      System.err.println("Process " + process.pid() + " could not be thawed: " + e.getMessage());
    }
  }

  /** Looks every 20 ms: processes of a JVM that is gone give nobody a signal when they end. */
  private static void awaitEnd(Set<ProcessIdentity> processes, long millis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (processes.stream().anyMatch(process -> process.find().isPresent())
        && System.nanoTime() < end) {
      java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }
}
