package io.chaoschapters.subjects.ratelimiter.service;

import org.jspecify.annotations.Nullable;

/**
 * One node's counts for one key in one window.
 *
 * <p>{@code admitted} is every yes this node gave. The store knows of it in two ways, one for each
 * {@link CountKind}: {@code counted} of these hits were acknowledged by the shared counter, and
 * {@code merged} is the total last acknowledged by the hash. {@code forgone} hits will never be
 * sent to the counter: they were given up after a failed sync or admitted without counting. What
 * remains is pending, and a node admits while global count + pending is below the limit.
 */
final class KeyWindow {
  private final Window window;
  private CountKind kind;
  private long admitted;
  private long rejected;
  private long uncounted;
  private long counted;
  private long merged;
  private long forgone;
  private long discarded;
  private @Nullable Long globalCount;
  private @Nullable Long lastSyncMillis;
  private long syncsOk;
  private long syncsFailed;
  private long requestsSinceSync;

  KeyWindow(Window window, CountKind kind) {
    this.window = window;
    this.kind = kind;
  }

  Window window() {
    return window;
  }

  /** Decides from what the node knows; a hit it admits is pending. */
  synchronized Decision decideLocally(long limit, long nowMillis, Reason admitReason) {
    requestsSinceSync++;
    long count = knownCount();
    if (count < limit) {
      admitted++;
      return Decision.of(true, limit, count + 1, window, nowMillis, admitReason);
    }
    rejected++;
    return Decision.of(false, limit, count, window, nowMillis, Reason.OVER_LIMIT);
  }

  /** Records what the store decided. */
  synchronized void recordStrict(StrictReply reply, long nowMillis) {
    if (reply.allowed()) {
      admitted++;
      counted++;
    } else {
      rejected++;
    }
    globalCount = reply.count();
    lastSyncMillis = nowMillis;
    requestsSinceSync = 0;
  }

  /** Records a decision that the store was not asked for and will not hear of. */
  synchronized Decision decideUncounted(boolean allow, long limit, long nowMillis, Reason reason) {
    requestsSinceSync++;
    uncounted++;
    if (allow) {
      admitted++;
      forgone++;
    } else {
      rejected++;
    }
    return Decision.of(allow, limit, knownCount(), window, nowMillis, reason);
  }

  /** True where the store lacks something, or where this node may lack something of the store. */
  synchronized boolean wantsSync(boolean readAlways) {
    return pending() > 0 || requestsSinceSync > 0 || readAlways;
  }

  synchronized SyncStart startSync(String key) {
    long amount = kind == CountKind.COUNTER ? pending() : admitted;
    return new SyncStart(new SyncItem(key, window, kind, amount), requestsSinceSync);
  }

  synchronized void syncSucceeded(SyncStart start, long count, long nowMillis) {
    long amount = start.item().amount();
    if (start.item().kind() == CountKind.COUNTER) {
      counted += amount;
    } else {
      merged = Math.max(merged, amount);
    }
    if (start.item().kind() == kind) {
      globalCount = count;
    }
    requestsSinceSync = Math.max(0, requestsSinceSync - start.requestsSeen());
    lastSyncMillis = nowMillis;
    syncsOk++;
  }

  /** Returns how many hits were given up. */
  synchronized long syncFailed(SyncStart start, boolean drop) {
    syncsFailed++;
    if (!drop || start.item().kind() != CountKind.COUNTER) {
      return 0;
    }
    forgone += start.item().amount();
    discarded += start.item().amount();
    return start.item().amount();
  }

  /**
   * Changes to the other shared count; what was read of other nodes is kept until the next sync.
   */
  synchronized void use(CountKind next) {
    if (next == kind) {
      return;
    }
    if (globalCount != null) {
      long own = kind == CountKind.COUNTER ? counted : merged;
      long ownNext = next == CountKind.COUNTER ? counted : merged;
      globalCount = Math.max(0, globalCount - own) + ownNext;
    }
    kind = next;
  }

  /** Takes over a count that this node has itself written to the store. */
  synchronized void countWasSet(long count) {
    globalCount = count;
  }

  synchronized long pending() {
    return kind == CountKind.COUNTER ? admitted - counted - forgone : admitted - merged;
  }

  synchronized long admitted() {
    return admitted;
  }

  private long knownCount() {
    return (globalCount == null ? 0 : globalCount) + pending();
  }

  synchronized KeyState state(String key, boolean explicit, long limit) {
    return new KeyState(
        key,
        explicit,
        limit,
        window.lengthMillis(),
        window.id(),
        window.endMillis(),
        admitted,
        rejected,
        uncounted,
        globalCount,
        pending(),
        discarded,
        lastSyncMillis,
        syncsOk,
        syncsFailed,
        requestsSinceSync);
  }
}
