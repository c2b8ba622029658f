package io.chaoschapters.subjects.tikv.service;

import io.chaoschapters.subjects.tikv.service.HttpService.Answer;
import io.chaoschapters.subjects.tikv.service.Messages.Orders;
import io.chaoschapters.subjects.tikv.service.Messages.RegionHeartbeat;
import io.chaoschapters.subjects.tikv.service.Messages.Registration;
import io.chaoschapters.subjects.tikv.service.Messages.StoreHeartbeat;
import io.chaoschapters.subjects.tikv.service.PdState.StoreView;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** PD's HTTP paths, as far as the stand-in has them. */
final class PdEndpoints {
  private static final String API = "/pd/api/v1";
  private static final Duration DISCONNECTED_AFTER = Duration.ofSeconds(20);
  private static final String NOT_BOOTSTRAPPED =
      "[PD:cluster:ErrNotBootstrapped]TiKV cluster not bootstrapped, please start TiKV first";

  /** Real ids are unsigned 64-bit numbers, too, and most are beyond a long. */
  private static final BigInteger MEMBER_ID = new BigInteger("13551109745923460098");

  private final PdState state;
  private final Clock clock;
  private final Duration maxStoreDownTime;
  private final PdBodies.Member self;

  PdEndpoints(PdState state, Clock clock, Duration maxStoreDownTime, String url) {
    this.state = state;
    this.clock = clock;
    this.maxStoreDownTime = maxStoreDownTime;
    this.self = new PdBodies.Member("pd", MEMBER_ID, List.of(url));
  }

  HttpService addTo(HttpService http) {
    return schedulers(reads(http))
        .route("POST", PdLink.REGISTER, (argument, body) -> register(body))
        .route(
            "POST",
            PdLink.STORE_HEARTBEAT,
            (argument, body) -> {
              boolean known = state.heard(Json.read(body, StoreHeartbeat.class));
              return known
                  ? Answer.json(200, new Orders(List.of()))
                  : Answer.json(409, "This store is not registered.");
            })
        .route(
            "POST",
            PdLink.REGION_HEARTBEAT,
            (argument, body) ->
                Answer.json(200, state.heard(Json.read(body, RegionHeartbeat.class))));
  }

  private HttpService reads(HttpService http) {
    return http.route("GET", API + "/stores", (argument, body) -> stores())
        .route("GET", API + "/store/*", (id, body) -> store(id))
        .route("GET", API + "/regions", (argument, body) -> answer(regions()))
        .route("GET", API + "/regions/check/*", (kind, body) -> answer(check(kind)))
        .route("GET", API + "/health", (argument, body) -> health())
        .route(
            "GET",
            API + "/members",
            (argument, body) -> Answer.json(200, new PdBodies.Members(List.of(self), self, self)))
        .route("GET", API + "/cluster/status", (argument, body) -> clusterStatus())
        .route(
            "GET",
            API + "/version",
            (argument, body) -> Answer.json(200, Map.of("version", PdBodies.VERSION)))
        .route(
            "GET",
            API + "/status",
            (argument, body) -> Answer.json(200, Map.of("version", PdBodies.VERSION)));
  }

  private HttpService schedulers(HttpService http) {
    return http.route("GET", API + "/schedulers", (argument, body) -> listed(state.schedulers()))
        .route("POST", API + "/schedulers", (argument, body) -> addScheduler(body))
        .route("DELETE", API + "/schedulers/*", (name, body) -> removeScheduler(name))
        .route("GET", API + "/operators", (argument, body) -> listed(List.of()))
        .route("POST", API + "/operators", (argument, body) -> addOperator(body))
        .route(
            "POST",
            API + "/regions/split",
            (argument, body) -> Answer.json(400, "The stand-in's regions are fixed at its start."));
  }

  private Answer register(byte[] body) throws IOException {
    return state
        .register(Json.read(body, Registration.class))
        .map(assignment -> Answer.json(200, assignment))
        .orElseGet(() -> Answer.json(202, "waiting for other stores"));
  }

  private Answer listed(List<String> names) {
    return state.bootstrappedAt() == null
        ? Answer.json(500, NOT_BOOTSTRAPPED)
        : Answer.json(200, names);
  }

  /** PD's rule: by the age of the last heartbeat, and nothing else. */
  String stateName(StoreView store) {
    Instant heard = store.heardAt() == null ? Instant.EPOCH : store.heardAt();
    Duration age = Duration.between(heard, clock.instant());
    if (age.compareTo(maxStoreDownTime) > 0) {
      return "Down";
    }
    return age.compareTo(DISCONNECTED_AFTER) > 0 ? "Disconnected" : "Up";
  }

  private PdBodies.Store body(StoreView store) {
    return PdBodies.store(store, clock.instant(), stateName(store));
  }

  private Answer stores() {
    if (state.bootstrappedAt() == null) {
      return Answer.json(500, NOT_BOOTSTRAPPED);
    }
    List<PdBodies.Store> stores = state.stores().stream().map(this::body).toList();
    return Answer.json(200, new PdBodies.Stores(stores.size(), stores));
  }

  private Answer store(String id) {
    Optional<StoreView> found =
        state.stores().stream().filter(s -> Long.toString(s.entry().id()).equals(id)).findFirst();
    return found
        .map(store -> Answer.json(200, body(store)))
        .orElseGet(
            () ->
                Answer.json(
                    404, RootLocale.format("[PD:core:ErrStoreNotFound]store %s not found", id)));
  }

  private List<PdBodies.Region> regions() {
    List<Long> stores = state.stores().stream().map(s -> s.entry().id()).toList();
    return state.regions().stream()
        .map(region -> PdBodies.region(region, stores, maxStoreDownTime))
        .toList();
  }

  private Answer answer(List<PdBodies.Region> regions) {
    return state.bootstrappedAt() == null
        ? Answer.json(500, NOT_BOOTSTRAPPED)
        : Answer.json(200, new PdBodies.Regions(regions.size(), regions));
  }

  /** Every region has all its copies, so that only copies that are down can be found. */
  private List<PdBodies.Region> check(String kind) {
    return kind.equals("down-peer")
        ? regions().stream().filter(region -> region.downPeers() != null).toList()
        : List.of();
  }

  /** Regions with a copy that its leader has not heard of for the time after which it is down. */
  int downPeerRegions() {
    return check("down-peer").size();
  }

  private Answer health() {
    return Answer.json(
        200, List.of(new PdBodies.Health(self.name(), self.memberId(), self.clientUrls(), true)));
  }

  private Answer clusterStatus() {
    Instant since = state.bootstrappedAt();
    return Answer.json(
        200,
        new PdBodies.ClusterStatus(
            since == null ? Instant.parse("0001-01-01T00:00:00Z") : since, since != null, ""));
  }

  /** The body of {@code POST /schedulers}. */
  record SchedulerRequest(String name, long storeId) {}

  private Answer addScheduler(byte[] body) throws IOException {
    SchedulerRequest request = Json.read(body, SchedulerRequest.class);
    if (!LeaderSchedule.EVICT.equals(request.name()) || !state.isKnown(request.storeId())) {
      return Answer.json(
          400,
          RootLocale.format("The stand-in knows %s for one of its stores.", LeaderSchedule.EVICT));
    }
    state.evict(request.storeId());
    return Answer.json(200, "The scheduler is created.");
  }

  private Answer removeScheduler(String name) {
    String prefix = LeaderSchedule.EVICT + "-";
    boolean removed =
        name.matches(prefix + "\\d{1,18}")
            && state.stopEvicting(Long.parseLong(name.substring(prefix.length())));
    return removed
        ? Answer.json(200, "The scheduler is removed.")
        : Answer.json(404, "[PD:scheduler:ErrSchedulerNotFound]scheduler not found");
  }

  /** The body of {@code POST /operators}. */
  record OperatorRequest(String name, long regionId, long toStoreId) {}

  private Answer addOperator(byte[] body) throws IOException {
    OperatorRequest request = Json.read(body, OperatorRequest.class);
    if (!"transfer-leader".equals(request.name()) || !state.isKnown(request.toStoreId())) {
      return Answer.json(400, "The stand-in knows transfer-leader to one of its stores.");
    }
    state.orderLeader(request.regionId(), request.toStoreId());
    return Answer.json(200, "The operator is created.");
  }
}
