package io.chaoschapters.subjects.tikv;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The ledgers of all experiments since the cluster was started, one after the other. */
final class WriteHistory {
  private final AtomicInteger experiments = new AtomicInteger();
  private final Map<String, String> earlier = new ConcurrentHashMap<>();
  private volatile WriteLedger present = new WriteLedger("start");

  WriteLedger present() {
    return present;
  }

  /** Begins the ledger of the next experiment; each writes keys of its own. */
  void begin() {
    earlier.putAll(present.acknowledged());
    present = new WriteLedger("experiment-" + experiments.incrementAndGet());
  }

  /** Every acknowledged write: key and value. */
  Map<String, String> acknowledged() {
    Map<String, String> all = new HashMap<>(earlier);
    all.putAll(present.acknowledged());
    return all;
  }
}
