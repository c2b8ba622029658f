package io.chaoschapters.subjects.tikv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.subjects.tikv.pd.PdClient;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.Progress;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * What PD and stores say seconds after something happened to one of them is as late, as wrong and
 * as silent as it was recorded of the real ones. Elections and connections take their real time
 * here; of a busy machine nothing is asked but that it gets there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StandInOverTimeTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String API = "/pd/api/v1";
  private static final String UNREACHABLE =
      "tikv_server_report_failure_msg_total{store_id=\"%d\",type=\"unreachable\"}";
  private static final String LEADERS = "tikv_raftstore_region_count{type=\"leader\"}";
  private static final String UNPERSISTED = "tikv_raft_enable_unpersisted_apply_regions";

  @TempDir static Path folder;
  private final Recordings recordings = new Recordings();
  private LocalStandIn standIn;
  private Component pd;
  private List<Component> stores;

  @BeforeAll
  void start() {
    standIn = new LocalStandIn(folder);
    pd = standIn.startPd();
    stores = standIn.startStores(pd);
  }

  @AfterAll
  void stop() {
    standIn.close();
  }

  private JsonNode json(String path) {
    HttpResponse<String> answer = standIn.get(LocalStandIn.pd(pd), API + path);
    try {
      return answer.statusCode() == 200
          ? JSON.readTree(answer.body())
          : JSON.getNodeFactory().missingNode();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private JsonNode store(Component component) {
    String address = component.endpoint(TikvComponents.CLIENT).toString();
    return each(json("/stores").path("stores"))
        .filter(store -> store.path("store").path("address").asText().equals(address))
        .findFirst()
        .orElse(JSON.getNodeFactory().missingNode());
  }

  private long id(Component component) {
    return store(component).path("store").path("id").asLong();
  }

  private String state(Component component) {
    return store(component).path("store").path("state_name").asText();
  }

  private int count(String check) {
    return json("/regions/check/" + check).path("count").asInt();
  }

  private long led(Component component) {
    return each(json("/regions").path("regions"))
        .filter(region -> region.path("leader").path("store_id").asLong() == id(component))
        .count();
  }

  private void divide() {
    new Division(
            new PdClient(
                HttpClient.newHttpClient(), LocalStandIn.pd(pd).http(""), Duration.ofSeconds(5)),
            LocalStandIn.PATIENCE)
        .make();
  }

  private OptionalDouble metric(Component store, String series) {
    String page = standIn.get(LocalStandIn.status(store), "/metrics").body();
    Matcher value = Pattern.compile("(?m)^" + Pattern.quote(series) + " (\\S+)$").matcher(page);
    return value.find()
        ? OptionalDouble.of(Double.parseDouble(value.group(1)))
        : OptionalDouble.empty();
  }

  private long rolesOf(Component store, String role) {
    Endpoint status = LocalStandIn.status(store);
    return each(json("/regions").path("regions"))
        .map(region -> standIn.get(status, "/region/" + region.path("id").asText()).body())
        .filter(body -> body.contains("\"raft_state\":\"" + role + '"'))
        .count();
  }

  private static void until(String what, IntSupplier seen, int wanted) {
    LocalStandIn.await(
        what,
        () -> {
          int now = seen.getAsInt();
          return new Progress(now == wanted, Integer.toString(now));
        });
  }

  private void untilState(Component store, String name) {
    LocalStandIn.await(
        RootLocale.format("%s to be %s", store.id(), name),
        () -> {
          String now = state(store);
          return new Progress(now.equals(name), now);
        });
  }

  @Test
  @Order(1)
  void gaugeOfLeaders_isAbsentAtFirstAndThenTenSecondsOld() {
    Component store = stores.get(0);
    assertThat(metric(store, LEADERS)).as("in the first ten seconds").isEmpty();
    divide();
    LocalStandIn.await(
        "the first ten seconds to be over",
        () -> new Progress(metric(store, LEADERS).isPresent(), "no gauge"));
    until(
        "a gauge of this moment", () -> (int) metric(store, LEADERS).orElse(-1), (int) led(store));
    int before = (int) led(store);
    assertThat(before).isPositive();

    standIn.send(
        LocalStandIn.pd(pd),
        "POST",
        API + "/schedulers",
        RootLocale.format("{\"name\": \"evict-leader-scheduler\", \"store_id\": %d}", id(store)));
    until("no leader by the region's own word", () -> (int) rolesOf(store, "Leader"), 0);

    assertThat(metric(store, UNPERSISTED)).hasValue(0);
    assertThat(metric(store, LEADERS)).as("the gauge is late").hasValue(before);
    until("the gauge to follow", () -> (int) metric(store, LEADERS).orElse(-1), 0);
    standIn.send(
        LocalStandIn.pd(pd), "DELETE", API + "/schedulers/evict-leader-scheduler-" + id(store), "");
    divide();
  }

  @Test
  @Order(2)
  void storeKilled_isCountedAtOnceInStepsAndStaysUpForTwentySeconds() {
    Component dead = stores.get(0);
    Component other = stores.get(1);
    long deadId = id(dead);
    String counter = RootLocale.format(UNREACHABLE, deadId);
    assertThat(metric(other, counter)).as("before the first failure").isEmpty();
    long ledBefore = led(dead);
    long began = System.nanoTime();

    dead.kill();
    LocalStandIn.await(
        "a first failure", () -> new Progress(metric(other, counter).isPresent(), "no series"));
    assertThat(metric(other, counter).orElse(0)).isPositive();
    assertThat(state(dead)).isEqualTo("Up");
    stepsOf(other, counter);
    until("all regions to be led by others", () -> (int) led(dead), 0);

    // The copies of those regions that elected are pending, and nothing else is told.
    until("pending copies", () -> count("pending-peer"), (int) ledBefore);
    assertThat(count("down-peer")).isZero();
    assertThat(count("miss-peer")).isZero();
    LocalStandIn.await(
        "orders to the dead store while it is Up",
        () -> {
          String orders = standIn.get(LocalStandIn.pd(pd), API + "/operators").body();
          return new Progress(orders.contains(" to store " + deadId + "}"), orders);
        });
    assertThat(state(dead)).isEqualTo("Up");
    untilState(dead, "Disconnected");
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofSeconds(17));
    assertThat(count("down-peer")).isZero();

    dead.restart();
    untilState(dead, "Up");
    until("no pending copies", () -> count("pending-peer"), 0);
    assertThat(metric(other, counter)).as("it is never reset").isPresent();
  }

  /** With a step a second, as the settings say. */
  private void stepsOf(Component store, String counter) {
    List<Double> values = new ArrayList<>();
    long endNanos = System.nanoTime() + Duration.ofMillis(4_500).toNanos();
    LocalStandIn.await(
        "some steps",
        () -> {
          values.add(metric(store, counter).orElse(-1));
          return new Progress(System.nanoTime() - endNanos > 0, "" + values);
        });
    TreeSet<Double> steps = new TreeSet<>(values);
    assertThat(steps).hasSizeBetween(2, 7);
    assertThat(steps.last() - steps.first()).as("several at a step").isGreaterThan(steps.size());
  }

  @Test
  @Order(3)
  void twoStoresKilled_leadersStayAsTheyWereToThePlacementDriver() {
    divide();
    List<Component> dead = stores.subList(1, 3);
    long ledByDead = led(dead.get(0)) + led(dead.get(1));
    assertThat(ledByDead).isGreaterThan(4);

    dead.forEach(Component::kill);
    until("no leader left", () -> (int) rolesOf(stores.get(0), "Leader"), 0);

    assertThat(led(dead.get(0)) + led(dead.get(1))).isEqualTo(ledByDead);
    assertThat(led(stores.get(0))).isPositive();
    assertThat(count("pending-peer")).isZero();
    assertThat(count("down-peer")).isZero();
    assertThat(count("miss-peer")).isZero();
    dead.forEach(Component::restart);
    until("leaders", () -> (int) stores.stream().mapToLong(s -> rolesOf(s, "Leader")).sum(), 10);
  }

  @Test
  @Order(4)
  void placementDriverThawed_repeatsWhatIsOnItsDiskAndKeepsTheLeaders() {
    Component store = stores.get(0);
    untilState(store, "Up");
    pd.freeze(LocalStandIn.PATIENCE);
    LocalStandIn.await("six seconds of sleep", new Sleep(Duration.ofSeconds(6))::over);
    pd.thaw();

    // Its last heartbeat on PD's disk is the first one, of more than twenty seconds ago.
    LocalStandIn.await(
        "a store that is well to be called lost",
        () -> {
          String now = state(store);
          return new Progress(Set.of("Disconnected", "Down").contains(now), now);
        });
    assertThat(json("/regions").findValuesAsText("role_name")).doesNotContain("");
    untilState(store, "Up");
  }

  /** A condition that is met when time is over. */
  private record Sleep(long endNanos) {
    Sleep(Duration time) {
      this(System.nanoTime() + time.toNanos());
    }

    Progress over() {
      return new Progress(System.nanoTime() - endNanos > 0, "it sleeps");
    }
  }

  @Test
  @Order(5)
  void placementDriverKilledAndStarted_knowsRegionsWithoutLeaders() {
    pd.kill();
    List<String> seen = new ArrayList<>();
    Thread restart = new Thread(pd::restart);
    restart.start();
    LocalStandIn.await(
        "regions",
        () -> {
          HttpResponse<String> answer = tryGet("/regions");
          if (answer != null) {
            seen.add(answer.statusCode() + " " + answer.body());
          }
          return new Progress(
              answer != null && answer.statusCode() == 200, "" + seen.stream().distinct().count());
        });

    assertThat(seen).contains("500 " + recordings.file("pd-back-starting/pd_stores.json"));
    String first = seen.get(seen.size() - 1).substring("200 ".length());
    assertThat(JsonShape.of(first))
        .containsExactlyElementsOf(
            JsonShape.of(recordings.file("pd-back-plus-00s/pd_regions.json")));
    assertThat(first)
        .contains("\"leader\":{\"role_name\":\"\"}")
        .doesNotContain("leader\":{\"role_name\":\"V");
    LocalStandIn.await("the restart", () -> new Progress(!restart.isAlive(), "it runs"));
    until(
        "all leaders",
        () -> (int) stores.stream().mapToLong(this::led).sum(),
        json("/regions").path("count").asInt());
    stores.forEach(store -> untilState(store, "Up"));
  }

  /** Null while nothing answers. */
  private HttpResponse<String> tryGet(String path) {
    try {
      return standIn.get(LocalStandIn.pd(pd), API + path);
    } catch (IllegalStateException e) {
      return null;
    }
  }

  @Test
  @Order(6)
  void slowStore_losesAllLeadersAndOrdersToItDoNothing() {
    divide();
    Component slow = stores.get(2);
    standIn.send(
        LocalStandIn.status(slow), "PUT", "/stand-in/disk", "{\"millis\": 60000, \"by\": 200}");
    until("all leaders to leave the slow store", () -> (int) led(slow), 0);
    assertThat(store(slow).path("status").path("slow_score").asInt()).isEqualTo(100);

    long region = json("/regions").path("regions").get(0).path("id").asLong();
    HttpResponse<String> order =
        standIn.send(
            LocalStandIn.pd(pd),
            "POST",
            API + "/operators",
            RootLocale.format(
                "{\"name\": \"transfer-leader\", \"region_id\": %d, \"to_store_id\": %d}",
                region, id(slow)));
    assertThat(order.statusCode()).isEqualTo(200);
    assertThat(order.body()).contains("The operator is created.");
    LocalStandIn.await("three seconds", new Sleep(Duration.ofSeconds(3))::over);
    assertThat(led(slow)).isZero();

    standIn.send(LocalStandIn.pd(pd), "DELETE", API + "/schedulers/evict-slow-store-scheduler", "");
    divide();
    assertThat(led(slow)).isPositive();
  }

  /** Version 8.5 does not wait until its leaders are gone, as later ones do for twenty seconds. */
  @Test
  @Order(7)
  void storeStoppedInOrder_isGoneSoonAndTheOthersElect() {
    Component store = stores.get(0);
    divide();
    long began = System.nanoTime();
    store.stop(Duration.ofSeconds(30));

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
    until("all regions to be led by others", () -> (int) led(store), 0);
  }
}
