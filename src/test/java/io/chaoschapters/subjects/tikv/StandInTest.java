package io.chaoschapters.subjects.tikv;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.runtime.RuntimeContext;
import io.chaoschapters.runtime.RuntimeProvider;
import io.chaoschapters.safety.ResidentMemory;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.Parameters;
import io.chaoschapters.subject.RunningLoad;
import io.chaoschapters.subjects.tikv.service.store.StandInStore;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import io.chaoschapters.waiting.WaitTimeoutException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The stand-in as a whole: three store processes and a placement driver. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandInTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int STORES = 3;
  private static final long MOST_KIB = 250_000_000 / 1024;

  @TempDir static Path folder;
  private ComponentRuntime runtime;
  private TikvCluster cluster;
  private RunningLoad load;

  @BeforeAll
  void start() {
    runtime =
        ServiceLoader.load(RuntimeProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(provider -> provider.id().equals("local"))
            .findFirst()
            .orElseThrow()
            .open(new RuntimeContext("stand-in-test", folder, Settings.ofProcess()));
    cluster = new TikvSubject().start(runtime);
  }

  @AfterAll
  void stop() {
    cluster.close();
    runtime.close();
  }

  @BeforeEach
  void beginToWrite() {
    awaitEvenLeaders();
    cluster.configure(Parameters.parse(List.of(), Map.of()));
    load =
        new RunningWrites(
            cluster.client(), cluster.ranges(), cluster.ledger(), 60, Duration.ofSeconds(2));
    awaitWritesBeyond(0);
  }

  @AfterEach
  void nothingIsLost() {
    load.close();
    assertThat(cluster.lostWrites()).isEmpty();
  }

  private void await(String what, java.util.function.Supplier<Progress> condition) {
    new Wait(what, PATIENCE, Duration.ofMillis(200)).until(condition);
  }

  private int leaders(String store) {
    return cluster.leaders(store).orElse(-1);
  }

  private void awaitEvenLeaders() {
    // As the real one, it leaves differences as small as these alone.
    await(
        "leaders to be spread",
        () -> {
          try {
            cluster.repair();
            return Progress.reached();
          } catch (WaitTimeoutException e) {
            return Progress.notYet(
                e.getMessage()); // A busy machine is given more than operators are.
          }
        });
    await(
        "three or four leaders on each store",
        () -> {
          List<Integer> leaders = stores().stream().map(s -> leaders(s.id())).toList();
          return new Progress(
              leaders.stream().allMatch(count -> count == 3 || count == 4), leaders.toString());
        });
  }

  private void awaitWritesBeyond(int count) {
    await(
        "writes",
        () ->
            new Progress(
                cluster.acknowledgedWrites() > count, cluster.acknowledgedWrites() + " writes"));
  }

  /** Every region takes writes again: nobody waits for an acknowledgement. */
  private void awaitWritesEverywhere() {
    await(
        "writes to all regions",
        () -> {
          Duration waiting = cluster.ledger().waiting(System.nanoTime());
          return new Progress(waiting.toMillis() < 500, waiting + " without");
        });
  }

  private List<Component> stores() {
    return cluster.components().stream()
        .filter(component -> component.role().equals(TikvComponents.STORE_ROLE))
        .sorted(Comparator.comparing(Component::id))
        .toList();
  }

  private Health health(Component component) {
    return cluster.observe().components().stream()
        .filter(status -> status.id().equals(component.id()))
        .map(ComponentStatus::health)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void storeKilled_othersLeadAndWritesGoOn() {
    Component store = stores().get(0);
    store.kill();
    assertThat(health(store)).isEqualTo(Health.REFUSING);
    await(
        "leaders on the other stores",
        () -> {
          int led = leaders("tikv-2") + leaders("tikv-3");
          return new Progress(led == cluster.regions(), led + " led");
        });
    awaitWritesEverywhere();
    store.restart();
    // It is ready, but on a busy machine a single probe may still be too early for it.
    await(
        "the store that is back",
        () -> {
          Health seen = health(store);
          return new Progress(seen == Health.SERVING, seen.words());
        });
  }

  @Test
  void storeFrozen_isSilentAndWritesGoOn() {
    Component store = stores().get(1);
    store.freeze(PATIENCE);
    try {
      assertThat(health(store)).isEqualTo(Health.SILENT);
      await(
          "leaders on the other stores",
          () -> {
            int led = leaders("tikv-1") + leaders("tikv-3");
            return new Progress(led == cluster.regions(), led + " led");
          });
      awaitWritesEverywhere();
    } finally {
      store.thaw();
    }
  }

  @Test
  void leadersEvicted_storeLeadsNothingUntilRolledBack() {
    Component store = stores().get(2);
    EvictLeadersFaultType type = new EvictLeadersFaultType();
    var fault =
        type.plan(
            new FaultPlan<>(
                cluster,
                List.of(store),
                Duration.ofSeconds(1),
                Parameters.parse(type.parameters(), Map.of())));
    fault.inject();
    try {
      await("witness", () -> new Progress(fault.witness().seen(), fault.witness().statement()));
      assertThat(fault.isOver()).isFalse();
      assertThat(cluster.pd().schedulers().join()).contains("evict-leader-scheduler");
    } finally {
      fault.rollback();
    }
    fault.rollback();
    assertThat(fault.isOver()).isTrue();
    awaitEvenLeaders();
  }

  /** A laptop has to hold three of them, a placement driver and a model. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void storeProcess_staysBelow250MegabytesUnderWrites() throws IOException {
    awaitWritesBeyond(200);
    List<ProcessHandle> stores =
        ProcessHandle.current()
            .descendants()
            .filter(
                process ->
                    process.info().commandLine().orElse("").contains(StandInStore.class.getName()))
            .toList();
    assertThat(stores).hasSize(STORES);
    for (ProcessHandle store : stores) {
      assertThat(ResidentMemory.kib(Long.toString(store.pid()))).isBetween(1L, MOST_KIB);
    }
  }

  /** Dashboards and alert rules that were made for TiKV find what they look for. */
  @Test
  void metrics_haveTheNamesThatTikvAndPdGiveThem() {
    List<String> shown =
        cluster.scrapeTargets().stream()
            .map(target -> given().get(target.uri().toString()).asString())
            .toList();
    assertThat(shown.get(0))
        .contains(
            "pd_cluster_status{type=\"store_up_count\"",
            "pd_cluster_status{type=\"store_disconnected_count\"",
            "pd_cluster_status{type=\"store_down_count\"",
            "pd_cluster_status{type=\"leader_count\"",
            "pd_cluster_status{type=\"region_count\"",
            "pd_regions_status{type=\"down-peer-region-count\"",
            "pd_regions_status{type=\"miss-peer-region-count\"",
            "etcd_server_is_leader");
    assertThat(shown.subList(1, shown.size()))
        .hasSize(STORES)
        .allSatisfy(
            store ->
                assertThat(store)
                    .contains(
                        "tikv_grpc_msg_duration_seconds_bucket{",
                        "tikv_grpc_msg_duration_seconds_count{priority=\"unknown\",type=\"raw_put\"",
                        "tikv_store_size_bytes{type=\"capacity\"",
                        "tikv_raftstore_slow_score"));
  }

  /** Some regions begin at bytes that are no text; a client of theirs must not miss them. */
  @Test
  void writeOfEachClient_reachesItsOwnRegion() {
    // Only what is written here is to be counted.
    load.close();
    for (KeyRange range : cluster.ranges()) {
      long before = commitOf(range);
      cluster.client().put(range.key("its-own"), "value", Duration.ofSeconds(10)).join();

      assertThat(commitOf(range)).as(range.toString()).isGreaterThan(before);
    }
  }

  /** How far the Raft log of a region is agreed on, by the store that is furthest. */
  private long commitOf(KeyRange range) {
    return stores().stream()
        .mapToLong(
            store ->
                given()
                    .get(
                        store
                            .endpoint(TikvComponents.STATUS)
                            .http("/region/" + range.regionId())
                            .toString())
                    .jsonPath()
                    .getLong("raft_status.hard_state.commit"))
        .max()
        .orElseThrow();
  }

  @Test
  void standIn_isNamedByTheClusterAndByWhereTheVersionWouldBe() {
    assertThat(new TikvSubject().standIn("local")).isEqualTo(cluster.standIn());
    assertThat(cluster.standIn()).hasValueSatisfying(name -> assertThat(name).contains("Ratis"));
    assertThat(cluster.pd().version().join()).contains("stand-in");
  }

  @Test
  void placementDriver_knowsStoresAndRegionsByTheirHeartbeats() {
    assertThat(cluster.pd().stores().join())
        .hasSize(STORES)
        .allSatisfy(store -> assertThat(store.capacityBytes().orElse(0)).isPositive());
    assertThat(cluster.pd().store(BigInteger.ONE).join().stateName()).isEqualTo("Up");
    assertThat(cluster.pd().regions().join())
        .allSatisfy(region -> assertThat(region.peerStores()).hasSize(STORES));
    assertThat(cluster.pd().health().join().get(0).id().bitLength()).isEqualTo(64);
    assertThat(cluster.pd().members().join().leader()).isNotNull();
    assertThat(cluster.pd().clusterStatus().join().initialized()).isTrue();
  }
}
