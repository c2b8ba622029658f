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
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A cluster from its first moment on answers as the real one was recorded: status, type and, for
 * JSON, the fields in their order and the types of their values.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StandInAnswersTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String API = "/pd/api/v1";
  private static final Duration SIX = Duration.ofSeconds(6);
  private static final Duration NINE = Duration.ofSeconds(9);

  /** PD leaves these out when they are zero. */
  private static final String[] OPTIONAL = {
    "pending_peers", "pending_peer_count", "slow_score", "down_peers"
  };

  /** A line of a recording's index. */
  private static final Pattern ASKED =
      Pattern.compile("pd +(\\d+) .*GET (/pd\\S+)  -> (\\S+)  \\[content-type: ([^\\]]*)\\]");

  @TempDir static Path folder;
  private final Recordings recordings = new Recordings();
  private LocalStandIn standIn;
  private Component pd;
  private List<Component> stores;

  @BeforeAll
  void start() {
    standIn = new LocalStandIn(folder);
    pd = standIn.startPd();
  }

  @AfterAll
  void stop() {
    standIn.close();
  }

  private Endpoint pd() {
    return LocalStandIn.pd(pd);
  }

  /** Asks everything of PD that was asked when a state was recorded. */
  private List<String> differences(String state) {
    List<String> differences = new ArrayList<>();
    Matcher asked = ASKED.matcher(recordings.file(state + "/index.txt"));
    while (asked.find()) {
      String path = asked.group(2);
      HttpResponse<String> answer = standIn.get(pd(), path);
      String type = asked.group(4).replace("; transfer-encoding: chunked", "");
      check(differences, path + " status", asked.group(1), "" + answer.statusCode());
      check(differences, path + " type", type, type(answer));
      recordings
          .find(state + "/" + asked.group(3))
          .ifPresent(body -> compare(differences, path, body, answer.body()));
    }
    assertThat(differences).doesNotContainNull();
    return differences;
  }

  private static void compare(List<String> differences, String path, String real, String body) {
    if (real.startsWith("PANIC")) {
      check(differences, path, real.lines().findFirst(), body.lines().findFirst());
    } else if (real.startsWith("\"")) {
      check(differences, path, real, body);
    } else {
      check(
          differences,
          path,
          JsonShape.without(JsonShape.of(real), OPTIONAL),
          JsonShape.without(JsonShape.of(body), OPTIONAL));
      check(differences, path + " indented", real.contains("\n  "), body.contains("\n  "));
    }
  }

  private static void check(List<String> differences, String what, Object real, Object here) {
    if (!real.equals(here)) {
      differences.add(RootLocale.format("%s%n  real: %s%n  here: %s", what, real, here));
    }
  }

  private static String type(HttpResponse<String> answer) {
    return answer.headers().firstValue("content-type").orElse("");
  }

  /** An order or an odd request is answered as it was. */
  private void answersAs(String recording, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(recording).isEqualTo(recordings.answerStatus(recording));
    assertThat(type(answer)).as(recording).isEqualTo(recordings.answerType(recording));
    List<String> differences = new ArrayList<>();
    String real = recordings.answer(recording);
    if (real.startsWith("{") || real.startsWith("[") || real.startsWith("PANIC")) {
      compare(differences, recording, real, answer.body());
    } else {
      check(differences, recording, real, answer.body().strip());
    }
    assertThat(differences).isEmpty();
  }

  private HttpResponse<String> post(String path, String body) {
    return standIn.send(pd(), "POST", API + path, body);
  }

  private HttpResponse<String> delete(String path) {
    return standIn.send(pd(), "DELETE", API + path, "");
  }

  private JsonNode json(String path) {
    try {
      return JSON.readTree(standIn.get(pd(), API + path).body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  @Order(1)
  void beforeThereIsACluster_everyPathAnswersAsPdDoes() {
    assertThat(differences("not-bootstrapped")).isEmpty();
    answersAs(
        "not-bootstrapped-operators-post.txt",
        post(
            "/operators", "{\"name\": \"transfer-leader\", \"region_id\": 2, \"to_store_id\": 1}"));
    answersAs(
        "not-bootstrapped-regions-split.txt",
        post("/regions/split", "{\"split_keys\": [\"62\"], \"retry_limit\": 5}"));
    answersAs(
        "not-bootstrapped-schedulers-post.txt",
        post("/schedulers", "{\"name\": \"evict-leader-scheduler\", \"store_id\": 1}"));
    assertThat(delete("/schedulers/evict-leader-scheduler-1").statusCode()).isEqualTo(406);
  }

  @Test
  @Order(2)
  void firstStore_isDownUntilItsFirstHeartbeat() {
    List<String> first = new ArrayList<>();
    Thread watch =
        new Thread(
            () ->
                LocalStandIn.await(
                    "the first store",
                    () -> {
                      HttpResponse<String> answer = standIn.get(pd(), API + "/stores");
                      if (answer.statusCode() == 200) {
                        first.add(answer.body());
                      }
                      return new Progress(!first.isEmpty(), "" + answer.statusCode());
                    }));
    watch.start();
    stores = standIn.startStores(pd);
    LocalStandIn.await("the watch", () -> new Progress(!watch.isAlive(), "it looks"));

    assertThat(JsonShape.of(first.get(0)))
        .containsExactlyElementsOf(JsonShape.of(recordings.file("first-store/pd_stores.json")));
    assertThat(first.get(0)).contains("\"state_name\": \"Down\"", "1970-01-01T00:00:00Z");
  }

  /** The bounds at which PD splits by itself are bytes that are no text. */
  @Test
  @Order(3)
  void fiveRegionsBeforeAnybodyAsks_allWithThreeCopiesInTheEnd() {
    LocalStandIn.await(
        "five whole regions",
        () -> {
          JsonNode all = json("/regions").path("regions");
          long whole =
              StreamSupport.stream(all.spliterator(), false)
                  .filter(region -> region.path("peers").size() == TikvComponents.STORES)
                  .count();
          return new Progress(whole == 5, RootLocale.format("%d of %d", whole, all.size()));
        });
    assertThat(starts(json("/regions")))
        .isEqualTo(starts(tree(recordings.file("before-split/pd_regions.json"))));
    assertThat(json("/regions").findValues("conf_ver")).allMatch(v -> v.asInt() == 5);
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<String> starts(JsonNode regions) {
    return regions.findValuesAsText("start_key").stream()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  @Order(4)
  void splitOnRequest_answersWithTheRegionsAndNeverTwice() {
    String keys = "{\"split_keys\": [\"62\", \"63\", \"64\", \"65\", \"66\"], \"retry_limit\": 5}";

    answersAs("regions-split.txt", post("/regions/split", keys));
    long began = System.nanoTime();
    HttpResponse<String> again = post("/regions/split", keys);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(SIX, NINE);
    answersAs("regions-split-again.txt", again);
    assertThat(again.body()).contains("\"processed-percentage\": 0");
    assertThat(starts(json("/regions")))
        .isEqualTo(starts(tree(recordings.file("three-up/pd_regions.json"))));
  }

  @Test
  @Order(5)
  void threeStoresUp_everyPathAnswersAsPdDoes() {
    new Division(
            new PdClient(HttpClient.newHttpClient(), pd().http(""), Duration.ofSeconds(5)),
            LocalStandIn.PATIENCE)
        .make();
    LocalStandIn.await(
        "no copy to be pending",
        () -> new Progress(differences("three-up").isEmpty(), "" + differences("three-up")));
    assertThat(differences("three-up")).isEmpty();
  }

  @Test
  @Order(6)
  void orderOfStoresAndRegions_isAnotherEachTime() {
    assertThat(orders("/stores", "address")).hasSizeGreaterThan(2);
    assertThat(orders("/regions", "start_key")).hasSizeGreaterThan(2);
  }

  private Set<List<String>> orders(String path, String field) {
    return IntStream.range(0, 40)
        .mapToObj(i -> json(path).findValuesAsText(field))
        .collect(Collectors.toSet());
  }

  @Test
  @Order(7)
  void ordersAndOddRequests_areAnsweredAsPdDoes() {
    JsonNode region = json("/regions").path("regions").get(0);
    long id = region.path("id").asLong();
    long store = region.path("peers").get(0).path("store_id").asLong();
    String transfer = "{\"name\": \"transfer-leader\", \"region_id\": %d, \"to_store_id\": %d}";
    answersAs(
        "operators-transfer-leader.txt",
        post("/operators", RootLocale.format(transfer, id, store)));
    answersAs(
        "operators-unknown-region.txt",
        post("/operators", RootLocale.format(transfer, 999999, store)));
    answersAs(
        "operators-unknown-store.txt", post("/operators", RootLocale.format(transfer, id, 999999)));
    answersAs("regions-check-unknown.txt", standIn.get(pd(), API + "/regions/check/nope"));
    answersAs("store-one.txt", standIn.get(pd(), API + "/store/" + store));
    answersAs("store-unknown.txt", standIn.get(pd(), API + "/store/999999"));
  }

  @Test
  @Order(8)
  void schedulers_comeAndGoAsPdHasThem() {
    String evict = "{\"name\": \"evict-leader-scheduler\", \"store_id\": %d}";
    long store = json("/stores").path("stores").get(0).path("store").path("id").asLong();
    assertThat(new TreeSet<>(names()))
        .isEqualTo(new TreeSet<>(names(recordings.file("three-up/pd_schedulers.json"))));
    answersAs("schedulers-evict.txt", post("/schedulers", RootLocale.format(evict, store)));
    answersAs("schedulers-evict-twice.txt", post("/schedulers", RootLocale.format(evict, store)));
    assertThat(names()).contains("evict-leader-scheduler").noneMatch(name -> name.matches(".*\\d"));
    answersAs(
        "schedulers-evict-unknown-store.txt",
        post("/schedulers", RootLocale.format(evict, 999999)));
    answersAs("schedulers-delete.txt", delete("/schedulers/evict-leader-scheduler-" + store));
    answersAs(
        "schedulers-delete-not-there.txt", delete("/schedulers/evict-leader-scheduler-" + store));
    answersAs(
        "schedulers-delete-unknown-store.txt", delete("/schedulers/evict-leader-scheduler-999999"));
    answersAs(
        "schedulers-unknown-name.txt",
        post("/schedulers", "{\"name\": \"nope-scheduler\", \"store_id\": 1}"));
    answersAs(
        "schedulers-delete-evict-slow-store.txt", delete("/schedulers/evict-slow-store-scheduler"));
    assertThat(names()).doesNotContain("evict-slow-store-scheduler");
  }

  private List<String> names() {
    return names(standIn.get(pd(), API + "/schedulers").body());
  }

  private static List<String> names(String json) {
    List<String> names = new ArrayList<>();
    tree(json).forEach(name -> names.add(name.asText()));
    return names;
  }

  @Test
  @Order(9)
  void statusPort_answersAsTikvDoes() {
    Endpoint status = LocalStandIn.status(stores.get(0));
    HttpResponse<String> alive = standIn.get(status, "/status");
    assertThat(alive.statusCode()).isEqualTo(200);
    assertThat(alive.body()).isEmpty();
    assertThat(type(alive)).isEmpty();
    String id =
        StreamSupport.stream(json("/regions").path("regions").spliterator(), false)
            .filter(region -> region.path("start_key").asText().equals("65"))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asText();
    answersAs("tikv-region.txt", standIn.get(status, "/region/" + id));
    answersAs("tikv-region-unknown.txt", standIn.get(status, "/region/999999"));
    answersAs("tikv-unknown-path.txt", standIn.get(status, "/nope"));
    answersAs("tikv-engine_type.txt", standIn.get(status, "/engine_type"));
  }

  /** Two thirds of the real page are buckets of gRPC; here, too, it takes its time to read. */
  @Test
  @Order(10)
  void metricsPage_isAsLargeAsTikvs() {
    HttpResponse<String> page = standIn.get(LocalStandIn.status(stores.get(0)), "/metrics");
    assertThat(type(page)).isEqualTo("text/plain; version=0.0.4");
    assertThat(page.body().length()).isBetween(1_200_000, 1_450_000);
    assertThat(page.body().lines().count()).isBetween(15_000L, 18_000L);
    Set<String> here = families(page.body().lines());
    Set<String> real = realFamilies();
    assertThat(here).hasSizeBetween(300, real.size());
    real.addAll(familiesOfAnyState());
    assertThat(here).isSubsetOf(real);
    HttpResponse<String> pdPage = standIn.get(pd(), "/metrics");
    assertThat(pdPage.body().length()).isGreaterThan(350_000);
  }

  /** PD's gRPC server allows no pings on a connection that is not in use. */
  @Test
  @Order(11)
  void pingsOnAnIdleConnection_areTooMany() throws IOException {
    byte[] ping = {0, 0, 8, 6, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8};
    try (Socket socket = new Socket(pd().host(), pd().port())) {
      socket.setSoTimeout((int) LocalStandIn.PATIENCE.toMillis());
      OutputStream out = socket.getOutputStream();
      out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      out.write(new byte[] {0, 0, 0, 4, 0, 0, 0, 0, 0});
      for (int i = 0; i < 4; i++) {
        out.write(ping);
      }
      out.flush();

      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(answer).contains("too_many_pings");
    }
  }

  private static Set<String> realFamilies() {
    try (BufferedReader page =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Recordings.resource("tikv-metrics-whole.txt.gz")),
                StandardCharsets.UTF_8))) {
      return families(page.lines());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A store that could not reach another one tells of that from then on, as the real one does. */
  private Set<String> familiesOfAnyState() {
    return families(
        recordings.states().stream()
            .flatMap(state -> storeNames().map(store -> state + "/" + store + "_metrics.txt"))
            .flatMap(file -> recordings.find(file).stream())
            .flatMap(String::lines));
  }

  private static Stream<String> storeNames() {
    return IntStream.rangeClosed(1, TikvComponents.STORES).mapToObj(number -> "tikv-" + number);
  }

  private static Set<String> families(Stream<String> page) {
    return page.filter(line -> line.startsWith("# TYPE"))
        .map(line -> line.split(" ")[2])
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
