package io.chaoschapters.runtime.local;

import io.chaoschapters.runtime.guard.Attempts;
import io.chaoschapters.runtime.guard.Deadlines;
import io.chaoschapters.runtime.guard.LastWords;
import io.chaoschapters.runtime.guard.TimeLimits;
import io.chaoschapters.runtime.process.OwnedProcesses;
import io.chaoschapters.runtime.process.ProcessIdentity;
import io.chaoschapters.runtime.process.ProcessStates;
import io.chaoschapters.text.Failure;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** What the {@link Guard} has to do, and does when its time has come. */
final class ProcessCleanup {
  private static final long GRACE_MILLIS = 1_000;
  private static final long LAST_WAIT_MILLIS = 1_000;

  private final String mark;
  private final Path folder;
  private final PrintStream out;
  private final Removal removal;
  private final Map<Long, ProcessIdentity> tracked = new HashMap<>();
  private final Deadlines<Long> deadlines = new Deadlines<>();
  private final TimeLimits limits = new TimeLimits(this::limitIsOver);

  /** How a folder is removed. */
  interface Removal {
    void remove(Path folder) throws IOException;
  }

  ProcessCleanup(String mark, Path folder, PrintStream out) {
    this(mark, folder, out, WorkFolder::remove);
  }

  ProcessCleanup(String mark, Path folder, PrintStream out, Removal removal) {
    this.mark = mark;
    this.folder = folder;
    this.out = out;
    this.removal = removal;
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
    if (!endAll()) {
      throw new IllegalStateException("a process does not end");
    }
    out.println("ended everything");
  }

  /**
   * Thaws and ends everything, and removes the folder. What fails is tried again a few times.
   *
   * @param cutOff whether the JVM was ended without a word, so that its last words are written here
   * @throws IOException when something may be left
   */
  void cleanUp(boolean cutOff) throws IOException {
    deadlines.end();
    limits.end();
    try {
      Attempts.at(this::endAllAndRemoveFolder);
    } finally { // a folder that cannot be removed must not keep the run from being told of
      if (cutOff) {
        LastWords.of(folder.getParent()).speak();
      }
    }
  }

  private void endAllAndRemoveFolder() throws IOException {
    boolean ended = endAll();
    removal.remove(folder);
    if (!ended) {
      throw new IOException("a process does not end");
    }
  }

  /** Returns whether all of them are gone. */
  private boolean endAll() {
    Set<ProcessIdentity> ours = ours();
    ours.forEach(ProcessCleanup::thaw);
    ours.forEach(process -> process.find().ifPresent(ProcessHandle::destroy));
    awaitEnd(ours, GRACE_MILLIS);
    ours.addAll(ours());
    ours.forEach(process -> process.find().ifPresent(ProcessHandle::destroyForcibly));
    return awaitEnd(ours, LAST_WAIT_MILLIS);
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
      System.err.println("Process " + process.pid() + " could not be thawed: " + Failure.words(e));
    }
  }

  /** Looks every 20 ms: no signal reports the end of processes whose JVM is gone. */
  private static boolean awaitEnd(Set<ProcessIdentity> processes, long millis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (!areGone(processes) && System.nanoTime() < end) {
      java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    return areGone(processes);
  }

  private static boolean areGone(Set<ProcessIdentity> processes) {
    return processes.stream().allMatch(process -> process.find().isEmpty());
  }
}
