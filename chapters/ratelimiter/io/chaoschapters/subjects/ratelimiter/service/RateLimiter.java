package io.chaoschapters.subjects.ratelimiter.service;

import io.chaoschapters.text.RootLocale;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One node of the limiter, without HTTP. */
final class RateLimiter implements AutoCloseable {
  private final String node;
  private final String incarnation;
  private final SharedStore store;
  private final KeyTable keys;
  private final SyncHealth health = new SyncHealth();
  private final Clock clock;
  private final SyncRound round;
  private final SyncLoop loop;
  private volatile NodeSettings settings;

  /**
   * @param incarnation differs each time the node starts
   * @param capacity most keys to track
   */
  RateLimiter(
      String node,
      String incarnation,
      SharedStore store,
      NodeSettings settings,
      Limit defaultLimit,
      int capacity,
      Clock clock) {
    this.node = node;
    this.incarnation = incarnation;
    this.store = store;
    this.settings = settings;
    this.keys = new KeyTable(defaultLimit, capacity, settings.countKind());
    this.clock = clock;
    this.round = new SyncRound(store, keys, health, this::settings, clock);
    this.loop = new SyncLoop(round, () -> this.settings.syncInterval());
  }

  /** Begins to sync. */
  void start() {
    loop.start();
  }

  /** True where a check asks the store and may have to wait for it. */
  boolean asksStore() {
    return settings.mode() == LimitMode.STRICT;
  }

  /** Decides whether one more hit of a key passes. In strict mode it waits for the store. */
  Decision check(String key) {
    long now = clock.millis();
    TrackedKey tracked = keys.track(key, now);
    if (tracked == null) {
      return uncounted(
          new KeyWindow(Window.at(now, keys.defaultLimit().windowMillis()), CountKind.COUNTER),
          keys.defaultLimit(),
          Reason.TOO_MANY_KEYS);
    }
    Limit limit = tracked.limit();
    if (!asksStore()) {
      return tracked.windowAt(now).decideLocally(limit.limit(), now, Reason.WITHIN_LIMIT);
    }
    try {
      StrictReply reply = store.check(key, limit);
      health.checkAnswered(true);
      tracked.window(reply.window()).recordStrict(reply, clock.millis());
      return Decision.of(
          reply.allowed(),
          limit.limit(),
          reply.count(),
          reply.window(),
          reply.nowMillis(),
          reply.allowed() ? Reason.WITHIN_LIMIT : Reason.OVER_LIMIT);
    } catch (StoreUnavailableException e) {
      health.checkAnswered(false);
      return withoutStore(tracked, Reason.STORE_UNAVAILABLE);
    }
  }

  /** Decides by the fail mode, because too many checks already wait for the store. */
  Decision checkWithoutStore(String key) {
    TrackedKey tracked = keys.track(key, clock.millis());
    return tracked == null ? check(key) : withoutStore(tracked, Reason.STORE_BUSY);
  }

  private Decision withoutStore(TrackedKey tracked, Reason reason) {
    long now = clock.millis();
    KeyWindow window = tracked.windowAt(now);
    return settings.fail() == FailMode.LOCAL
        ? window.decideLocally(tracked.limit().limit(), now, reason)
        : uncounted(window, tracked.limit(), reason);
  }

  private Decision uncounted(KeyWindow window, Limit limit, Reason reason) {
    boolean allow = settings.fail() == FailMode.OPEN;
    return window.decideUncounted(allow, limit.limit(), clock.millis(), reason);
  }

  TrackedKey limit(String key, Limit limit) {
    return keys.limit(key, limit);
  }

  /** Changes mode, policy, fail mode and interval from now on, and syncs at once. */
  CompletableFuture<Boolean> change(NodeSettings next) {
    settings = next;
    keys.use(next.countKind());
    return loop.syncNow();
  }

  /** Syncs in the calling thread; returns whether the store answered. */
  boolean sync() {
    return round.run();
  }

  /**
   * Sets the shared counter of a key's present window to what was truly admitted.
   *
   * @param acknowledged hits admitted by all nodes, less those still pending
   * @return the window whose counter was set
   */
  Window reconcile(String key, long acknowledged) throws StoreUnavailableException {
    TrackedKey tracked = keys.find(key);
    if (tracked == null) {
      throw new BadRequestException(
          RootLocale.format("Key '%s' is not in use on this node; nothing to reconcile.", key));
    }
    if (settings.countKind() == CountKind.TOTALS) {
      throw new BadRequestException(
          "With policy idempotent the shared count is the sum of what each node reports of itself,"
              + " so there is nothing to set: the next sync of every node corrects it.");
    }
    KeyWindow present = tracked.windowAt(clock.millis());
    store.setCounter(key, present.window(), acknowledged);
    present.countWasSet(acknowledged);
    return present.window();
  }

  NodeSettings settings() {
    return settings;
  }

  Limit defaultLimit() {
    return keys.defaultLimit();
  }

  SyncHealth health() {
    return health;
  }

  Collection<TrackedKey> keys() {
    return keys.all();
  }

  @Nullable TrackedKey find(String key) {
    return keys.find(key);
  }

  List<TrackedKey> explicitKeys() {
    return keys.explicitKeys();
  }

  Clock clock() {
    return clock;
  }

  String node() {
    return node;
  }

  /** The windows of the keys, each as it is when it is come to. */
  Stream<KeyState> keyStates() {
    return keys.all().stream()
        .flatMap(
            key ->
                key.windows().stream()
                    .map(w -> w.state(key.key(), key.explicit(), key.limit().limit())));
  }

  NodeState stateWithoutKeys() {
    NodeSettings now = settings;
    return new NodeState(
        node,
        incarnation,
        clock.millis(),
        now.mode(),
        now.policy(),
        now.fail(),
        now.syncInterval().toMillis(),
        health.storeUp(),
        health.lastSuccessMillis(),
        health.ok(),
        health.failed(),
        health.lastError(),
        List.of());
  }

  /** Stops the loop, sends what is pending once more, and lets the store go. */
  @Override
  public void close() {
    loop.close();
    store.close();
  }
}
