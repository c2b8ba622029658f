package io.chaoschapters.subjects.ratelimiter;

import io.chaoschapters.http.Connections;
import io.chaoschapters.metrics.MetricQuery;
import io.chaoschapters.metrics.ScrapeTarget;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.ClusterSnapshot;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.Parameters;
import io.chaoschapters.subject.WitnessReport;
import io.chaoschapters.subjects.ratelimiter.service.NodeState;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.DaemonThreads;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** A store, three nodes, and the clients of one key at a time. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RateLimiterCluster implements Cluster {
  private static final Duration QUIET_WITHIN = Duration.ofSeconds(10);

  /** Left to itself, the HTTP client takes a thread for each of two hundred answers at once. */
  private static final int CLIENT_THREADS = 4;

  private final ExecutorService clientThreads =
      Executors.newFixedThreadPool(CLIENT_THREADS, DaemonThreads.named("limiter-client"));
  private final HttpClient http = Connections.direct().executor(clientThreads).build();
  private final Component store;
  private final List<Component> nodes;
  private final LimiterNodes limiters;
  private final StoreProbe storeProbe;
  private final CheckClient client;
  private volatile Setting setting;
  private int keys;

  /**
   * What belongs to one experiment.
   *
   * @param incarnations by node: another one has forgotten what was counted
   */
  record Setting(
      DemoKey key,
      RateLimiterConfiguration configuration,
      ClientTally tally,
      Map<String, String> incarnations) {
    /** Whether a node was started again since. */
    boolean isForgotten(NodeState state) {
      return !state.incarnation().equals(incarnations.get(state.node()));
    }
  }

  RateLimiterCluster(Component store, List<Component> nodes, String password) {
    this.store = store;
    this.nodes = List.copyOf(nodes);
    this.limiters =
        new LimiterNodes(
            nodes.stream()
                .map(n -> new NodeClient(http, n.id(), n.endpoint(RateLimiterComponents.HTTP)))
                .toList());
    this.storeProbe = new StoreProbe(store.endpoint(RateLimiterComponents.REDIS), password);
    this.client = new CheckClient(http, nodeEndpoints());
    this.setting = apply(RateLimiterConfiguration.standard());
  }

  private synchronized Setting apply(RateLimiterConfiguration configuration) {
    DemoKey key = DemoKey.at(Instant.now(), ++keys);
    for (NodeClient node : limiters.clients()) {
      node.setLimit(key.name(), configuration.limit(), key.window());
      node.setMode(configuration);
    }
    Map<String, String> incarnations = new HashMap<>();
    limiters.probe().stream()
        .map(NodeProbe::state)
        .filter(Objects::nonNull)
        .forEach(state -> incarnations.put(state.node(), state.incarnation()));
    return new Setting(key, configuration, new ClientTally(), Map.copyOf(incarnations));
  }

  /** Where the nodes answer, in the order of their names. */
  public List<Endpoint> nodeEndpoints() {
    return nodes.stream().map(node -> node.endpoint(RateLimiterComponents.HTTP)).toList();
  }

  /** The key that the present experiment limits. */
  public String key() {
    return setting.key().name();
  }

  /** How the nodes count at present. */
  public RateLimiterConfiguration configuration() {
    return setting.configuration();
  }

  CheckClient client() {
    return client;
  }

  ClientTally tally() {
    return setting.tally();
  }

  StoreProbe storeProbe() {
    return storeProbe;
  }

  /** Sends checks to the nodes in turn, one after the other, and returns how many were admitted. */
  public long check(int requests) {
    ClientTally tally = tally();
    long before = tally.admittedCount();
    for (int i = 0; i < requests; i++) {
      client.check(key(), tally).join();
    }
    return tally.admittedCount() - before;
  }

  /** Requests that the nodes have admitted of the present key; empty when one did not tell. */
  public OptionalLong admitted() {
    return sum(CountOf.ADMITTED);
  }

  /** Checks of the present key that the nodes have answered; empty when one did not tell. */
  OptionalLong checkedByNodes() {
    return sum(CountOf.CHECKED);
  }

  /**
   * Checks of the present key that a node decided without the store; empty when one did not tell.
   */
  public OptionalLong uncounted() {
    return sum(CountOf.UNCOUNTED);
  }

  private OptionalLong sum(CountOf what) {
    return limiters.sum(what, key());
  }

  /** Waits until every request of the clients was answered or given up. */
  public void awaitQuiet() {
    Wait.atMost("answers to all requests", QUIET_WITHIN)
        .until(() -> new Progress(tally().inFlight() == 0, tally().inFlight() + " in flight"));
  }

  @Override
  public List<Component> components() {
    return Stream.concat(Stream.of(store), nodes.stream()).toList();
  }

  @Override
  public List<ScrapeTarget> scrapeTargets() {
    List<ScrapeTarget> targets = new ArrayList<>();
    for (Component node : nodes) {
      targets.add(
          new ScrapeTarget(
              "ratelimiter",
              node.id(),
              node.endpoint(RateLimiterComponents.HTTP).http("/metrics"),
              Map.of()));
    }
    return targets;
  }

  @Override
  public Map<String, MetricQuery> queries() {
    return RateLimiterSignals.queries();
  }

  @Override
  public ClusterSnapshot observe() {
    Setting now = setting;
    return RateLimiterSnapshot.look(now, limiters::ask, () -> storeProbe.count(now))
        .describe(store, nodes);
  }

  @Override
  public void configure(Parameters given) {
    setting = apply(RateLimiterConfiguration.of(given));
  }

  /**
   * Reconciles the shared count with what the nodes admitted, as an operator would. What was
   * admitted beyond the limit cannot be taken back: that is over when its window is, so clients go
   * on with a fresh one. So they do where a node was started again, as it has forgotten its counts.
   */
  @Override
  public void repair() {
    awaitQuiet();
    boolean fresh = needsFreshKey();
    if (!fresh) {
      reconcile();
      fresh = needsFreshKey(); // a request may have been admitted late
    }
    if (fresh) {
      setting = apply(configuration());
    }
  }

  private boolean needsFreshKey() {
    return isForgotten() || awaitAdmitted() > configuration().limit();
  }

  /** A node that was busy with the fault may need a moment to tell. */
  private long awaitAdmitted() {
    AtomicLong admitted = new AtomicLong();
    Wait.atMost("what all nodes have admitted", QUIET_WITHIN)
        .until(
            () -> {
              OptionalLong total = admitted();
              total.ifPresent(admitted::set);
              return new Progress(total.isPresent(), "a node did not tell");
            });
    return admitted.get();
  }

  private void reconcile() {
    Setting now = setting;
    Reconciliation reconciliation =
        new Reconciliation(
            new Reconciliation.Counts() {
              @Override
              public OptionalLong pending() {
                return sum(CountOf.PENDING);
              }

              @Override
              public OptionalLong admitted() {
                return sum(CountOf.ADMITTED);
              }

              @Override
              public OptionalLong shared() {
                Long count = storeProbe.count(now).count();
                return count == null ? OptionalLong.empty() : OptionalLong.of(count);
              }

              @Override
              public void set(long count) {
                limiters.clients().get(0).reconcile(now.key().name(), count);
              }
            });
    Wait.atMost("the shared count to agree with what nodes admitted", QUIET_WITHIN)
        .until(reconciliation::look);
  }

  private boolean isForgotten() {
    Setting now = setting;
    return limiters.probe().stream()
        .map(NodeProbe::state)
        .filter(Objects::nonNull)
        .anyMatch(now::isForgotten);
  }

  /** A look takes a few milliseconds at most when nobody keeps a component from answering. */
  @Override
  public WitnessReport witnessDelay(Component component, Duration by) {
    long asked = System.nanoTime();
    Health health =
        component.id().equals(store.id())
            ? storeProbe.ping()
            : limiters.of(List.of(component)).get(0).probe().join().health();
    Duration took = Duration.ofNanos(System.nanoTime() - asked);
    return new WitnessReport(
        health == Health.SERVING && took.compareTo(by) >= 0,
        RootLocale.format("%s %s after %d ms", component.id(), health.words(), took.toMillis()));
  }

  /** An operator's client of each component that is a node. */
  List<NodeClient> nodeClients(List<Component> targets) {
    return limiters.of(targets);
  }

  /** The key, window and configuration of the present experiment. */
  Setting setting() {
    return setting;
  }

  @Override
  public void close() {
    // Clients of an experiment are ended by the experiment; the JDK's HTTP client ends by itself.
    clientThreads.shutdown();
  }
}
