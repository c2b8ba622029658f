package io.chaoschapters.subjects.tikv;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The ledgers of all experiments since the cluster was started, one after the other. */
final class WriteHistory {
  private final List<WriteLedger> ledgers =
      new CopyOnWriteArrayList<>(List.of(new WriteLedger("start")));

  WriteLedger present() {
    return ledgers.get(ledgers.size() - 1);
  }

  /** Begins the ledger of the next experiment; each writes keys of its own. */
  void begin() {
    ledgers.add(new WriteLedger("experiment-" + ledgers.size()));
  }

  /** Every acknowledged write, late ones of earlier experiments too: key and value. */
  Map<String, String> acknowledged() {
    Map<String, String> all = new HashMap<>();
    ledgers.forEach(ledger -> all.putAll(ledger.acknowledged()));
    return all;
  }
}
