package io.chaoschapters.subjects.tikv;

import io.chaoschapters.metrics.MetricQuery;
import io.chaoschapters.metrics.ScrapeTarget;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.ClusterSnapshot;
import io.chaoschapters.subject.Parameters;
import io.chaoschapters.subject.WitnessReport;
import io.chaoschapters.subjects.tikv.pd.PdClient;
import io.chaoschapters.subjects.tikv.pd.PdRegion;
import io.chaoschapters.subjects.tikv.pd.PdStore;
import io.chaoschapters.text.RootLocale;
import java.math.BigInteger;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** A placement driver, three stores, and the clients of one experiment at a time. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class TikvCluster implements Cluster {
  /** The first call of a client opens its connections. */
  private static final Duration FIRST_CALL_WITHIN = Duration.ofSeconds(10);

  /** A store that can is heard of every two seconds. */
  private static final Duration REPAIRED_WITHIN = Duration.ofSeconds(20);

  private static final Duration NOT_HEARD_FOR = Duration.ofSeconds(5);

  private final Component pd;
  private final List<Component> stores;
  private final PdClient pdClient;
  private final TikvBuilds builds;
  private final List<String> notes;
  private final Clock clock;
  private final KeyValueClient client;
  private final List<KeyRange> ranges;
  private final List<StoreProbe> probes;
  private final RecentReadings recent = new RecentReadings();
  private final PdPresence presence = new PdPresence();
  private volatile Set<BigInteger> regionIds;
  private final WriteHistory writes = new WriteHistory();

  /**
   * A cluster that runs.
   *
   * @param notes what was changed at its start
   * @param client writes and reads; closed with this
   * @param regions as the placement driver tells them
   * @param clock by which heartbeats are old
   */
  TikvCluster(
      Component pd,
      List<Component> stores,
      HttpClient http,
      PdClient pdClient,
      TikvBuilds builds,
      List<String> notes,
      KeyValueClient client,
      List<PdRegion> regions,
      Clock clock) {
    this.clock = clock;
    this.pd = pd;
    this.stores = List.copyOf(stores);
    this.pdClient = pdClient;
    this.builds = builds;
    this.notes = List.copyOf(notes);
    this.client = client;
    this.ranges = regions.stream().map(KeyRange::of).toList();
    this.regionIds = ids(regions);
    this.probes =
        stores.stream()
            .map(
                store ->
                    new StoreProbe(
                        http,
                        store.endpoint(TikvComponents.STATUS),
                        store.endpoint(TikvComponents.CLIENT)))
            .toList();
  }

  private static Set<BigInteger> ids(List<PdRegion> regions) {
    return regions.stream().map(PdRegion::id).collect(Collectors.toUnmodifiableSet());
  }

  /** Where the placement driver answers. */
  public Endpoint pdEndpoint() {
    return pd.endpoint(TikvComponents.CLIENT);
  }

  /** Asks the placement driver. */
  public PdClient pd() {
    return pdClient;
  }

  KeyValueClient client() {
    return client;
  }

  List<KeyRange> ranges() {
    return ranges;
  }

  WriteLedger ledger() {
    return writes.present();
  }

  /** Into how many regions the keys are divided. */
  public int regions() {
    return ranges.size();
  }

  /** Writes to all regions at once and returns how many of the writes could be read back. */
  public int writeEverywhere() {
    List<String> keys = ranges.stream().map(range -> range.key("hello")).toList();
    CompletableFuture<?>[] written =
        keys.stream()
            .map(key -> client.put(key, "world", FIRST_CALL_WITHIN))
            .toArray(CompletableFuture[]::new);
    return CompletableFuture.allOf(written)
        .thenCompose(done -> client.get(keys, FIRST_CALL_WITHIN))
        .thenApply(found -> (int) keys.stream().filter(k -> "world".equals(found.get(k))).count())
        .join();
  }

  /** How many writes of the present experiment were acknowledged so far. */
  public int acknowledgedWrites() {
    return ledger().acknowledgedCount();
  }

  /**
   * The longest time in the present experiment for which clients of some region had no write
   * acknowledged.
   */
  public Duration longestWriteGap() {
    return ledger().longestWait(System.nanoTime());
  }

  /**
   * Reads every write back that was acknowledged since the cluster was started, in this experiment
   * and in those before it, and returns the ones that are not there. Takes up to 30 s.
   *
   * @throws io.chaoschapters.waiting.WaitTimeoutException when some could not be read at all
   */
  public List<LostWrite> lostWrites() {
    return new ReadBack(client, writes.acknowledged()).lost();
  }

  /** Regions that a store leads by its own account; empty when it does not tell. */
  public OptionalInt leaders(String store) {
    for (int i = 0; i < stores.size(); i++) {
      if (stores.get(i).id().equals(store)) {
        return probes.get(i).roles(regionIds).join().led();
      }
    }
    throw new IllegalArgumentException(RootLocale.format("No store '%s'.", store));
  }

  @Override
  public Optional<String> standIn() {
    return builds.standInWords();
  }

  @Override
  public Map<String, String> versions() {
    return builds.byComponent();
  }

  @Override
  public List<String> notes() {
    return notes;
  }

  @Override
  public List<Component> components() {
    return Stream.concat(Stream.of(pd), stores.stream()).toList();
  }

  @Override
  public List<ScrapeTarget> scrapeTargets() {
    List<ScrapeTarget> targets = new ArrayList<>();
    targets.add(
        ScrapeTarget.of("pd", pd.id(), pdEndpoint().http("/metrics"))
            // No query asks for any of its metrics; this one says that it is there.
            .keepingOnly(List.of(MetricQuery.gauge("etcd_server_is_leader"))));
    for (Component store : stores) {
      targets.add(
          ScrapeTarget.of(
                  "tikv", store.id(), store.endpoint(TikvComponents.STATUS).http("/metrics"))
              .keepingOnly(queries().values()));
    }
    return targets;
  }

  @Override
  public Map<String, MetricQuery> queries() {
    return TikvSignals.queries();
  }

  @Override
  public ClusterSnapshot observe() {
    Set<BigInteger> regions = regionIds;
    List<CompletableFuture<StoreReading>> asked = look(regions);
    PdView view = new PdView.Question(pdClient).answer();
    List<StoreReading> readings = asked.stream().map(CompletableFuture::join).toList();
    if (view.regions() != null && !view.regions().isEmpty()) {
      regionIds = ids(view.regions());
    }
    Instant now = clock.instant();
    return new TikvSnapshot(
            presence.look(now, view.stores() != null),
            ledger(),
            view,
            stores,
            regions,
            readings,
            recent.add(now, readings))
        .describe(pd);
  }

  private List<CompletableFuture<StoreReading>> look(Set<BigInteger> regions) {
    return probes.stream().map(probe -> probe.look(regions)).toList();
  }

  @Override
  public WitnessReport witnessCutOff(Component component) {
    List<StoreReading> readings = look(regionIds).stream().map(CompletableFuture::join).toList();
    Optional<PdStore> known = known(component);
    Undelivered undelivered = recent.with(clock.instant(), readings);
    int others =
        known
            .map(store -> undelivered.reportedBy(index(component), store.id().toString()))
            .orElse(0);
    Duration age = known.flatMap(store -> store.age(clock.instant())).orElse(Duration.ZERO);
    boolean serves = readings.get(index(component)).serves();
    return new WitnessReport(
        serves && (others == stores.size() - 1 || age.compareTo(NOT_HEARD_FOR) > 0),
        RootLocale.format(
            "%s %s, %d other stores say that they cannot deliver to it, and the placement driver heard of it %d ms ago",
            component.id(),
            serves ? "answers from here" : "does not answer",
            others,
            age.toMillis()));
  }

  @Override
  public WitnessReport witnessDelay(Component component, Duration by) {
    Optional<Duration> time = probes.get(index(component)).greeted().join();
    return new WitnessReport(
        time.isPresent() && time.get().compareTo(by) >= 0,
        time.map(
                t ->
                    RootLocale.format(
                        "%s greets a client after %d ms", component.id(), t.toMillis()))
            .orElse(component.id() + " does not greet a client"));
  }

  private int index(Component store) {
    int index = stores.indexOf(store);
    if (index < 0) {
      throw new IllegalArgumentException(RootLocale.format("'%s' is no store.", store.id()));
    }
    return index;
  }

  private Optional<PdStore> known(Component store) {
    String address = store.internalEndpoint(TikvComponents.CLIENT).toString();
    return pdClient.stores().join().stream()
        .filter(known -> known.address().equals(address))
        .findFirst();
  }

  @Override
  public void configure(Parameters given) {
    writes.begin();
  }

  /**
   * Raft makes up for what a store missed. But the placement driver lets a store that is back lead
   * again only when others lead many more regions than it, which here they never do.
   */
  @Override
  public void repair() {
    new Division(pdClient, REPAIRED_WITHIN).spread();
  }

  @Override
  public void close() {
    client.close();
  }
}
