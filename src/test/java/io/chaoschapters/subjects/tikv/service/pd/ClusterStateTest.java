package io.chaoschapters.subjects.tikv.service.pd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tikv.kvproto.Metapb.Region;
import org.tikv.shade.com.google.protobuf.ByteString;

class ClusterStateTest {
  @TempDir Path folder;
  private SmallCluster cluster;
  private ClusterState state;

  @BeforeEach
  void start() throws IOException {
    cluster = new SmallCluster(folder);
    state = cluster.state;
  }

  private String stateOf(long store) {
    return state.stateName(state.store(store).orElseThrow());
  }

  private String stateAfter(Duration time) {
    cluster.clock.advance(time);
    return stateOf(1);
  }

  @Test
  void ageOfTheLastHeartbeat_decidesTheState() {
    cluster.withStores();

    assertThat(stateAfter(Duration.ofSeconds(20))).isEqualTo("Up");
    assertThat(stateAfter(Duration.ofMillis(1))).isEqualTo("Disconnected");
    assertThat(stateAfter(Duration.ofMillis(39_999))).isEqualTo("Disconnected");
    assertThat(stateAfter(Duration.ofMillis(1))).isEqualTo("Down");
  }

  @Test
  void beforeItsFirstHeartbeat_storeIsDown() {
    state.bootstrap(SmallCluster.store(1), SmallCluster.region(2, "", "", 1));

    assertThat(stateOf(1)).isEqualTo("Down");
    assertThat(state.bootstrap(SmallCluster.store(4), SmallCluster.region(5, "", "", 1)))
        .as("only the first store begins the cluster")
        .isFalse();
  }

  /** Who asks first has the smaller id, whatever its name or address is. */
  @Test
  void ids_areGivenInTheOrderOfQuestionsAndNeverAgainAfterARestart() throws IOException {
    assertThat(List.of(state.allocate(), state.allocate())).containsExactly(1L, 2L);

    ClusterState later = new ClusterState(cluster.clock, SmallCluster.CONFIG, new PdDisk(folder));
    assertThat(later.allocate()).isEqualTo(1_001);
    assertThat(later.clusterId()).isEqualTo(state.clusterId());
  }

  @Test
  void restarted_knowsStoresAndRegionsButNoLeaderAndOldHeartbeats() throws IOException {
    cluster.withStores();
    cluster.led(1, 2);
    cluster.clock.advance(Duration.ofSeconds(30));
    cluster.hear(1, 2, 3);

    ClusterState later = new ClusterState(cluster.clock, SmallCluster.CONFIG, new PdDisk(folder));

    assertThat(later.isBootstrapped()).isTrue();
    assertThat(later.stores()).extracting(StoreInfo::id).containsExactly(1L, 2L, 3L);
    assertThat(later.stateName(later.store(1).orElseThrow())).isEqualTo("Disconnected");
    assertThat(later.region(100)).hasValueSatisfying(r -> assertThat(r.leader()).isNull());
    assertThat(later.schedulers().names()).contains(Schedulers.EVICT_SLOW_STORE);
  }

  @Test
  void electedAnew_storesAreAsOldAsOnItsDiskUntilTheyAreHeard() {
    cluster.withStores();
    cluster.clock.advance(Duration.ofSeconds(70));
    cluster.hear(1, 2, 3);
    assertThat(stateOf(1)).isEqualTo("Up");

    state.forgetHeartbeats();
    assertThat(stateOf(1)).isEqualTo("Down");
    cluster.hear(1);
    assertThat(stateOf(1)).isEqualTo("Up");
  }

  @Test
  void leaderOfAnOlderTerm_isNotBelieved() {
    cluster.withStores();
    cluster.led(SmallCluster.region(100, "a", "b", 5), 2);
    Region older = SmallCluster.region(100, "a", "b", 4);
    cluster.led(older, 3);

    assertThat(state.region(100).orElseThrow().leaderStore()).isEqualTo(2);
  }

  /** Nobody tells of a region without a majority, so that what was told before stays. */
  @Test
  void nothingIsHeard_leadersStay() {
    cluster.withStores();
    cluster.led(1, 2, 3);
    cluster.clock.advance(Duration.ofMinutes(2));

    assertThat(state.region(101).orElseThrow().leaderStore()).isEqualTo(2);
  }

  @Test
  void mergedRegion_takesThePlaceOfThoseItOverlaps() {
    cluster.withStores();
    cluster.led(1, 2);
    cluster.led(SmallCluster.region(101, "a", "c", 7), 2);

    assertThat(state.holding(ByteString.copyFromUtf8("a/x")))
        .hasValueSatisfying(region -> assertThat(region.id()).isEqualTo(101));
    assertThat(state.region(100)).isEmpty();
    cluster.led(SmallCluster.region(100, "a", "b", 5), 1);
    assertThat(state.region(100)).as("a copy that is behind").isEmpty();
  }

  @Test
  void schedulers_areNoneBeforeTheFirstRegionIsHeard() {
    cluster.withStores();
    assertThat(state.schedulers().names()).isEmpty();

    cluster.led(1);

    assertThat(state.schedulers().names()).hasSize(4).contains(Schedulers.EVICT_SLOW_STORE);
    assertThat(state.schedulers().remove(Schedulers.EVICT_SLOW_STORE)).isTrue();
    assertThat(state.schedulers().remove(Schedulers.EVICT_SLOW_STORE)).isFalse();
    assertThat(state.schedulers().evict(3)).isTrue();
    assertThat(state.schedulers().evict(3)).isFalse();
    assertThat(state.schedulers().names()).contains(Schedulers.EVICT_LEADER);
    assertThat(state.schedulers().stopEvicting(3)).isTrue();
    assertThat(state.schedulers().names()).doesNotContain(Schedulers.EVICT_LEADER);
  }
}
