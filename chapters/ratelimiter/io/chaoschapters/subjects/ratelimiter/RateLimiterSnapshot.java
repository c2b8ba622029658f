package io.chaoschapters.subjects.ratelimiter;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.subject.ClusterSnapshot;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.Reading;
import io.chaoschapters.subjects.ratelimiter.service.KeyState;
import io.chaoschapters.subjects.ratelimiter.service.NodeState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** Turns what the nodes and the store answered at one moment into component states and facts. */
final class RateLimiterSnapshot {
  /** Time-out of the nodes' own requests to the store. */
  private static final Duration STORE_TIMEOUT = Duration.ofMillis(200);

  private static final double MILLIS = 1000.0;

  private final RateLimiterCluster.Setting setting;
  private final ClientTally.Moment clients;
  private final boolean quiet;
  private final StoreReading store;
  private final List<NodeProbe> nodes;
  private final List<NodeState> states;

  /**
   * Takes what was seen.
   *
   * @param clients what the clients knew before anything was looked at
   * @param quiet whether no request was under way from then until all was looked at
   */
  private RateLimiterSnapshot(
      RateLimiterCluster.Setting setting,
      ClientTally.Moment clients,
      boolean quiet,
      StoreReading store,
      List<NodeProbe> nodes) {
    this.setting = setting;
    this.clients = clients;
    this.quiet = quiet;
    this.store = store;
    this.nodes = nodes;
    this.states = nodes.stream().map(NodeProbe::state).filter(Objects::nonNull).toList();
  }

  /**
   * Looks at the nodes and the store at the same time, and at the store once more where the counts
   * differ: what a node has reported meanwhile is no longer pending there, and was not yet in a
   * count that was read before.
   */
  static RateLimiterSnapshot look(
      RateLimiterCluster.Setting setting,
      Supplier<List<CompletableFuture<NodeProbe>>> nodes,
      Supplier<StoreReading> store) {
    ClientTally.Moment clients = setting.tally().now();
    List<CompletableFuture<NodeProbe>> asked = nodes.get();
    StoreReading reading = store.get();
    List<NodeProbe> told = asked.stream().map(CompletableFuture::join).toList();
    RateLimiterSnapshot seen = after(setting, clients, reading, told);
    return seen.countsDiffer() ? after(setting, clients, store.get(), told) : seen;
  }

  private static RateLimiterSnapshot after(
      RateLimiterCluster.Setting setting,
      ClientTally.Moment clients,
      StoreReading store,
      List<NodeProbe> nodes) {
    boolean quiet = clients.isQuietUntil(setting.tally().now());
    return new RateLimiterSnapshot(setting, clients, quiet, store, nodes);
  }

  private boolean countsDiffer() {
    Double difference = facts().get(RateLimiterSignals.COUNT_DIFFERENCE).value();
    return difference != null && difference != 0;
  }

  ClusterSnapshot describe(Component storeComponent, List<Component> nodeComponents) {
    List<ComponentStatus> components = new ArrayList<>();
    components.add(
        ComponentStatus.of(storeComponent.id(), storeComponent.role(), store.health(), ""));
    for (int i = 0; i < nodeComponents.size(); i++) {
      Component node = nodeComponents.get(i);
      components.add(
          ComponentStatus.of(node.id(), node.role(), nodes.get(i).health(), detail(nodes.get(i))));
    }
    return new ClusterSnapshot(components, facts());
  }

  private static String detail(NodeProbe probe) {
    NodeState state = probe.state();
    if (state == null) {
      return "";
    }
    String mode = "counts " + state.mode().name().toLowerCase(java.util.Locale.ROOT);
    String error = state.lastSyncError();
    return error == null ? mode : mode + ", its last exchange with the store failed: " + error;
  }

  Map<String, Reading> facts() {
    Map<String, Reading> facts = new HashMap<>();
    Reading admitted = total(KeyState::admitted);
    Reading pending = total(KeyState::pending);
    Reading shared =
        store.count() == null
            ? Reading.unknown("the store " + store.health().words())
            : Reading.of(store.count());
    facts.put(RateLimiterSignals.LIMIT, Reading.of(setting.configuration().limit()));
    facts.put(RateLimiterSignals.ADMITTED, admitted);
    facts.put(RateLimiterSignals.OTHER_LIMITS, otherLimits());
    facts.put(RateLimiterSignals.PENDING, pending);
    facts.put(RateLimiterSignals.SHARED_COUNT, shared);
    facts.put(RateLimiterSignals.COUNT_DIFFERENCE, difference(shared, pending, admitted));
    facts.put(RateLimiterSignals.SYNC_AGE, syncAge());
    facts.put(RateLimiterSignals.SYNC_AGE_BOUND, Reading.of(syncAgeBound()));
    facts.put(
        RateLimiterSignals.NODES_ANSWERING,
        answering(nodes.stream().map(NodeProbe::health).toList()));
    facts.put(RateLimiterSignals.STORE_ANSWERS, answering(List.of(store.health())));
    facts.put(
        RateLimiterSignals.STORE_TIME,
        store.seconds() == null
            ? Reading.unknown("the store " + store.health().words())
            : Reading.of(store.seconds()));
    facts.put(RateLimiterSignals.UNACCOUNTED, unaccounted(admitted));
    return facts;
  }

  /** Who could not be probed may answer others. */
  private static Reading answering(List<Health> seen) {
    return seen.contains(Health.UNKNOWN)
        ? Reading.unknown("not all could be probed")
        : Reading.of(seen.stream().filter(health -> health == Health.SERVING).count());
  }

  /** Nodes that do not answer apply no limit; a key that a node has not seen has none there. */
  private Reading otherLimits() {
    if (states.isEmpty()) {
      return Reading.unknown("no node told its limit");
    }
    long agreed = setting.configuration().limit();
    return Reading.of(
        states.stream()
            .filter(state -> entries(state).anyMatch(entry -> entry.limit() != agreed))
            .count());
  }

  /** A sum over all nodes is known only when every node told its part and all of it. */
  private Reading total(ToLongFunction<KeyState> part) {
    if (states.size() < nodes.size()) {
      return Reading.unknown("a node did not tell");
    }
    Optional<NodeState> forgetful = states.stream().filter(setting::isForgotten).findFirst();
    if (forgetful.isPresent()) {
      return Reading.unknown(
          forgetful.get().node() + " was started again and has forgotten its counts");
    }
    return Reading.of(states.stream().flatMap(this::entries).mapToLong(part).sum());
  }

  private java.util.stream.Stream<KeyState> entries(NodeState state) {
    return state.keys().stream().filter(entry -> entry.key().equals(setting.key().name()));
  }

  /**
   * Shared count plus pending minus admitted: 0 in health. It can be judged only while nobody is
   * being counted, that is when every node has synchronised since its last request.
   */
  private Reading difference(Reading shared, Reading pending, Reading admitted) {
    if (shared.value() == null) {
      return shared;
    }
    if (pending.value() == null || admitted.value() == null) {
      return admitted;
    }
    if (!quiet) {
      return Reading.notYet("requests are under way");
    }
    boolean due =
        states.stream().flatMap(this::entries).anyMatch(entry -> entry.requestsSinceSync() > 0);
    if (due && setting.configuration().isBatched()) {
      return Reading.notYet("a node has not synchronised since its last request");
    }
    return Reading.of(shared.value() + pending.value() - admitted.value());
  }

  /** Strict counting asks the store at every check, so it is never behind. */
  private Reading syncAge() {
    if (!setting.configuration().isBatched()) {
      return Reading.of(0);
    }
    if (states.size() < nodes.size()) {
      return Reading.unknown("a node did not tell");
    }
    Optional<NodeState> never = states.stream().filter(s -> s.lastSyncMillis() == null).findAny();
    if (never.isPresent()) {
      return Reading.notYet(never.get().node() + " has not synchronised yet");
    }
    return Reading.of(
        states.stream()
            .mapToDouble(s -> (s.nowMillis() - Objects.requireNonNull(s.lastSyncMillis())) / MILLIS)
            .max()
            .orElseThrow());
  }

  private double syncAgeBound() {
    return setting.configuration().syncInterval().multipliedBy(2).plus(STORE_TIMEOUT).toMillis()
        / MILLIS;
  }

  /** A request without an answer may have been admitted, so it can excuse a missing one. */
  private Reading unaccounted(Reading admitted) {
    if (admitted.value() == null) {
      return admitted;
    }
    if (!quiet) {
      return Reading.notYet("requests are under way");
    }
    double difference = clients.admitted() - admitted.value();
    double excused = Math.min(Math.max(-difference, 0), clients.unanswered());
    return Reading.of(difference + excused);
  }
}
