package io.chaoschapters.subjects.tikv.pd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.chaoschapters.subjects.tikv.Recordings;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On answers of a real PD v8.5.0, and on what it does when it is not well. */
class PdClientTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Recordings recordings = new Recordings();
  private CannedPd server;
  private PdClient pd;

  @BeforeEach
  void start() throws IOException {
    server = new CannedPd();
    pd = server.client(PATIENCE);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static PdException failure(CompletableFuture<?> asked) {
    Throwable thrown = catchThrowable(asked::join);
    assertThat(thrown).isNotNull();
    assertThat(thrown.getCause()).isInstanceOf(PdException.class);
    return (PdException) thrown.getCause();
  }

  @Test
  void threeStoresUp_areReadWithSizesAndTimes() {
    server.recorded("stores", 200, "three-up/stores-all-states.json");

    List<PdStore> stores = pd.stores().join();

    assertThat(stores).hasSize(3).extracting(PdStore::state).containsOnly(StoreState.UP);
    PdStore first =
        stores.stream().filter(s -> s.id().equals(BigInteger.ONE)).findFirst().orElseThrow();
    assertThat(first.address()).isEqualTo("127.0.0.1:20161");
    assertThat(first.leaderCount()).isEqualTo(5);
    assertThat(first.capacityBytes()).hasValue(252L << 30);
    assertThat(first.lastHeartbeat()).isEqualTo(Instant.parse("2026-11-23T11:36:32.34621601Z"));
    assertThat(first.age(Instant.parse("2026-11-23T11:36:42.34621601Z")))
        .hasValue(Duration.ofSeconds(10));
  }

  @Test
  void storeKilled_isDisconnectedAndKeepsItsLastCounts() {
    server.recorded("stores", 200, "one-killed/stores-all-states.json");

    assertThat(pd.stores().join())
        .filteredOn(store -> store.state() == StoreState.DISCONNECTED)
        .singleElement()
        .satisfies(store -> assertThat(store.regionCount()).isPositive());
  }

  @Test
  void oneStore_isReadByItsId() {
    server.answers(
        "store/18446744073709551615",
        200,
        """
        {"store":{"id":18446744073709551615,"address":"a:1","state_name":"Up"},"status":{}}""");

    PdStore store = pd.store(new BigInteger("18446744073709551615")).join();

    assertThat(store.id()).isEqualTo("18446744073709551615");
    assertThat(store.lastHeartbeat()).isNull();
    assertThat(store.capacityBytes()).isEmpty();
  }

  @Test
  void storeWithoutHeartbeat_hasNoAgeAndNoSize() {
    server.answers(
        "stores",
        200,
        """
        {"count":1,"stores":[{"store":{"id":4,"address":"a:1","state_name":"Down"},
        "status":{"capacity":"0B","available":"0B","last_heartbeat_ts":"1970-01-01T00:00:00Z"}}]}""");

    PdStore store = pd.stores().join().get(0);

    assertThat(store.age(Instant.now())).isEmpty();
    assertThat(store.capacityBytes()).hasValue(0);
  }

  @Test
  void unknownStateAndField_areTaken() {
    server.answers(
        "stores",
        200,
        """
        {"count":1,"new":[],"stores":[{"store":{"id":4,"state_name":"Dreaming","state":0,"x":{}},
        "status":{"last_heartbeat_ts":"2026-11-23T12:00:00.123456789+08:00"}}]}""");

    PdStore store = pd.stores().join().get(0);

    assertThat(store.state()).isEqualTo(StoreState.UNKNOWN);
    assertThat(store.stateName()).isEqualTo("Dreaming");
    assertThat(store.lastHeartbeat()).isEqualTo(Instant.parse("2026-11-23T04:00:00.123456789Z"));
  }

  @Test
  void regions_haveLeadersAndCopies() {
    server.recorded("regions", 200, "three-up/regions.json");
    server.recorded("regions/check/miss-peer", 200, "three-up/regions-check-miss-peer.json");
    server.recorded("regions/check/down-peer", 200, "three-up/regions-check-down-peer.json");

    assertThat(pd.regions().join())
        .hasSize(5)
        .allSatisfy(region -> assertThat(region.leaderStore()).isEqualTo(1))
        .anySatisfy(region -> assertThat(region.peerStores()).hasSize(3));
    assertThat(pd.regionsWith("miss-peer").join()).hasSize(2);
    assertThat(pd.regionsWith("down-peer").join()).isEmpty();
  }

  @Test
  void membersHealthAndStatus_areRead() {
    server.recorded("members", 200, "three-up/members.json");
    server.recorded("health", 200, "three-up/health.json");
    server.recorded("cluster/status", 200, "three-up/cluster-status.json");
    server.recorded("schedulers", 200, "three-up/schedulers.json");
    server.recorded("status", 200, "three-up/status.json");

    PdMember leader = pd.members().join().leader();
    assertThat(leader).isNotNull();
    assertThat(leader.name()).isEqualTo("pd-lab");
    assertThat(pd.health().join()).singleElement().matches(PdMemberHealth::healthy);
    assertThat(pd.clusterStatus().join().initialized()).isTrue();
    assertThat(pd.schedulers().join()).contains("balance-leader-scheduler");
    assertThat(pd.version().join()).isEqualTo("v8.5.0");
  }

  @Test
  void memberIdBeyondLong_isKept() {
    server.answers("health", 200, "[{\"name\":\"pd\",\"member_id\":13551109745923460098}]");

    assertThat(pd.health().join().get(0).id()).isEqualTo("13551109745923460098");
  }

  @Test
  void notBootstrapped_isToldFromAFailure() {
    server.recorded("stores", 500, "not-bootstrapped/stores.json");
    server.recorded("cluster/status", 200, "not-bootstrapped/cluster-status.json");

    assertThat(failure(pd.stores()).reason()).isEqualTo(PdException.Reason.NOT_BOOTSTRAPPED);
    assertThat(pd.clusterStatus().join()).isEqualTo(new PdClusterStatus(false, null));
  }

  @Test
  void healthWithoutEtcd_isUnavailable() {
    server.answers("health", 503, "\"etcd is not available\"");

    assertThat(failure(pd.health()))
        .hasMessageContaining("503")
        .extracting(PdException::reason)
        .isEqualTo(PdException.Reason.UNAVAILABLE);
  }

  @Test
  void muteServer_isTooSlow() {
    server.isMuteOn("stores");

    PdException failure = failure(server.client(Duration.ofMillis(100)).stores());

    assertThat(failure.reason()).isEqualTo(PdException.Reason.TOO_SLOW);
    assertThat(failure).hasMessageContaining("100 ms");
  }

  @Test
  void nobodyListens_isRefused() {
    server.close();

    assertThat(failure(pd.stores()).reason()).isEqualTo(PdException.Reason.REFUSED);
  }

  @Test
  void hugeBody_isGivenUp() {
    server.answers("stores", 200, " ".repeat((16 << 20) + 1));

    assertThat(failure(pd.stores())).hasMessageContaining("longer than");
  }

  @Test
  void somethingElse_isUnreadable() {
    server.answers("stores", 200, "<html>hello</html>");
    server.answers("regions", 200, "{\"regions\":[{}]}");

    assertThat(failure(pd.stores()).reason()).isEqualTo(PdException.Reason.UNREADABLE);
    assertThat(failure(pd.regions())).hasMessageContaining("a region without an id");
  }

  @Test
  void orders_areSentInPdsWords() {
    server.answers("schedulers", 200, "\"The scheduler is created.\"");
    server.answers("schedulers/evict-leader-scheduler-3", 200, "\"removed\"");
    server.answers("operators", 200, "\"The operator is created.\"");
    server.answers("regions/split", 200, "{}");
    BigInteger three = BigInteger.valueOf(3);

    pd.evictLeaders(three).join();
    pd.stopEvictingLeaders(three).join();
    pd.transferLeader(BigInteger.TEN, three).join();
    pd.splitRegions(List.of("62"), 2).join();

    assertThat(server.asked()).hasSize(4);
    assertThat(server.asked().get(0))
        .startsWith("POST schedulers {")
        .contains("\"store_id\":3", "\"name\":\"evict-leader-scheduler\"");
    assertThat(server.asked().get(1)).isEqualTo("DELETE schedulers/evict-leader-scheduler-3");
    assertThat(server.asked().get(2)).contains("transfer-leader", "\"to_store_id\":3");
    assertThat(server.asked().get(3)).contains("\"split_keys\":[\"62\"]");
  }

  @Test
  void ruleThatIsGone_isNotFound() {
    assertThat(failure(pd.stopEvictingLeaders(BigInteger.TWO)).reason())
        .isEqualTo(PdException.Reason.NOT_FOUND);
  }

  @Test
  void addressWithoutServer_neverThrowsAtOnce() {
    PdClient nowhere =
        new PdClient(HttpClient.newHttpClient(), URI.create("http://127.0.0.1:1"), PATIENCE);

    assertThat(failure(nowhere.members()).reason()).isEqualTo(PdException.Reason.REFUSED);
  }

  /** Stores that PD v8.5 counts, with what each of them says of itself. */
  @Test
  void realStores_haveBuildsAndScores() {
    server.answers("stores", 200, recordings.file("thawed-slow-store/pd_stores.json"));
    server.answers("status", 200, recordings.file("three-up/pd_status.json"));

    assertThat(pd.stores().join())
        .hasSize(3)
        .allSatisfy(
            store -> {
              assertThat(store.build().words()).isEqualTo("9.0.0-beta.2 (8e964719db)");
              assertThat(store.slowScore()).isEqualTo(100);
            });
    assertThat(pd.build().join().words()).isEqualTo("v8.5.0 (d190c0e908)");
  }

  @Test
  void firstStoreWithoutHeartbeat_isDownAndHasNoAgeAndNoScore() {
    server.answers("stores", 200, recordings.file("first-store/pd_stores.json"));

    assertThat(pd.stores().join())
        .singleElement()
        .satisfies(
            store -> {
              assertThat(store.state()).isEqualTo(StoreState.DOWN);
              assertThat(store.age(Instant.now())).isEmpty();
              assertThat(store.slowScore()).isZero();
            });
  }

  /** A copy of a store that is gone is pending; down-peer and miss-peer stay empty. */
  @Test
  void storeKilled_itsCopiesArePendingWhereOthersHaveElected() {
    server.answers("regions", 200, recordings.file("killed-plus-06s/pd_regions.json"));

    assertThat(pd.regions().join())
        .filteredOn(region -> !region.isWhole())
        .hasSize(4)
        .allSatisfy(
            region -> {
              assertThat(region.pendingStores()).containsExactly(BigInteger.ONE);
              assertThat(region.downStores()).isEmpty();
            });
  }

  @Test
  void placementDriverStartedAgain_regionsHaveNoLeaders() {
    server.answers("regions", 200, recordings.file("pd-back-plus-00s/pd_regions.json"));

    assertThat(pd.regions().join())
        .hasSize(10)
        .allSatisfy(region -> assertThat(region.leaderStore()).isNull());
  }

  @Test
  void orderBeforeThereIsACluster_saysSoAndNotWhatPanicked() {
    String path = "operators";
    String answer = "not-bootstrapped-operators-post.txt";
    server.answers(path, recordings.answerStatus(answer), recordings.answer(answer));

    PdException failure = failure(pd.transferLeader(BigInteger.TWO, BigInteger.ONE));

    assertThat(failure.reason()).isEqualTo(PdException.Reason.NOT_BOOTSTRAPPED);
    assertThat(failure)
        .hasMessageContaining("cannot answer /pd/api/v1/operators yet")
        .hasMessageContaining("no store has begun a cluster")
        .hasMessageNotContaining("goroutine");
  }

  @Test
  void schedulerRemovedBeforeThereIsACluster_saysSo() {
    server.answers("schedulers/evict-slow-store-scheduler", 406, "");

    assertThat(failure(pd.removeScheduler("evict-slow-store-scheduler")).reason())
        .isEqualTo(PdException.Reason.NOT_BOOTSTRAPPED);
  }

  @Test
  void schedulerOfAStoreThatIsNotThere_saysWhatPdSays() {
    String answer = "schedulers-evict-unknown-store.txt";
    server.answers("schedulers", recordings.answerStatus(answer), recordings.answer(answer));

    assertThat(failure(pd.evictLeaders(BigInteger.TEN)))
        .hasMessageContaining("answered 500")
        .hasMessageContaining("[PD:core:ErrStoreNotFound]store 999999 not found");
  }

  @Test
  void ordersOfRealPd_areTaken() {
    for (String answer : List.of("schedulers-evict.txt", "schedulers-evict-twice.txt")) {
      server.answers("schedulers", recordings.answerStatus(answer), recordings.answer(answer));
      pd.evictLeaders(BigInteger.valueOf(4)).join();
    }
    String gone = "schedulers-delete.txt";
    server.answers(
        "schedulers/evict-leader-scheduler-4",
        recordings.answerStatus(gone),
        recordings.answer(gone));
    pd.stopEvictingLeaders(BigInteger.valueOf(4)).join();

    assertThat(server.asked()).hasSize(3);
  }

  @Test
  void serverThatIsStarting_isUnavailable() {
    server.answers("stores", 500, recordings.file("pd-back-starting/pd_stores.json"));

    assertThat(failure(pd.stores()))
        .hasMessageContaining("server not started")
        .extracting(PdException::reason)
        .isEqualTo(PdException.Reason.UNAVAILABLE);
  }
}
