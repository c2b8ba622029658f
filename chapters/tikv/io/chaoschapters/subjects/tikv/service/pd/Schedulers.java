package io.chaoschapters.subjects.tikv.service.pd;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which of PD's schedulers run. All methods may be called from any thread. */
final class Schedulers {
  static final String BALANCE_LEADER = "balance-leader-scheduler";
  static final String BALANCE_REGION = "balance-region-scheduler";
  static final String BALANCE_HOT_REGION = "balance-hot-region-scheduler";
  static final String EVICT_LEADER = "evict-leader-scheduler";
  static final String EVICT_SLOW_STORE = "evict-slow-store-scheduler";

  /** PD runs these when nobody says anything. */
  private static final Set<String> DEFAULTS =
      Set.of(BALANCE_LEADER, BALANCE_REGION, BALANCE_HOT_REGION, EVICT_SLOW_STORE);

  private final TreeSet<String> running = new TreeSet<>();
  private final TreeSet<Long> evicted = new TreeSet<>();
  private final Runnable changed;
  private boolean begun;

  /**
   * Takes up what an earlier run has left.
   *
   * @param saved null when the schedulers had not begun
   * @param changed called after every change
   */
  Schedulers(@Nullable List<String> saved, List<Long> evicted, Runnable changed) {
    this.changed = changed;
    this.begun = saved != null;
    if (saved != null) {
      running.addAll(saved);
    }
    this.evicted.addAll(evicted);
  }

  /** PD's default schedulers begin when it has first heard of regions, not before. */
  void begin() {
    synchronized (this) {
      if (begun) {
        return;
      }
      begun = true;
      running.addAll(DEFAULTS);
    }
    changed.run();
  }

  synchronized boolean runs(String name) {
    return running.contains(name);
  }

  /** False when it runs already. */
  boolean add(String name) {
    return change(() -> running.add(name));
  }

  /** False when it does not run. */
  boolean remove(String name) {
    return change(
        () -> {
          if (name.equals(EVICT_LEADER)) {
            evicted.clear();
          }
          return running.remove(name);
        });
  }

  static boolean isKnown(String name) {
    return DEFAULTS.contains(name) || name.equals(EVICT_LEADER);
  }

  /** False when leaders are evicted from it already. */
  boolean evict(long store) {
    return change(
        () -> {
          running.add(EVICT_LEADER);
          return evicted.add(store);
        });
  }

  /** False when leaders were not evicted from it. */
  boolean stopEvicting(long store) {
    return change(
        () -> {
          boolean removed = evicted.remove(store);
          if (evicted.isEmpty()) {
            running.remove(EVICT_LEADER);
          }
          return removed;
        });
  }

  private interface Change {
    boolean make();
  }

  private boolean change(Change change) {
    boolean made;
    synchronized (this) {
      made = change.make();
    }
    if (made) {
      changed.run();
    }
    return made;
  }

  synchronized List<Long> evicted() {
    return List.copyOf(evicted);
  }

  /** What a restart must know; null while the schedulers have not begun. */
  synchronized @Nullable List<String> saved() {
    return begun ? List.copyOf(running) : null;
  }

  /** In another order each time; of an eviction it does not tell the store. */
  synchronized List<String> names() {
    List<String> names = new ArrayList<>(running);
    Collections.shuffle(names);
    return names;
  }
}
