package io.chaoschapters.subjects.ratelimiter.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpApiTest {
  private static RedisServerFixture redis;
  private static RateLimiter limiter;
  private static HttpApi api;
  private static RequestSpecification node;
  private static int port;

  @BeforeAll
  static void start() {
    redis = RedisServerFixture.start();
    Duration timeout = Duration.ofMillis(200);
    limiter =
        new RateLimiter(
            "n1",
            "1",
            new RedisStore(redis.address(timeout), "n1#1", 8),
            new NodeSettings(
                LimitMode.STRICT, SyncPolicy.DROP, FailMode.OPEN, Duration.ofMillis(100)),
            new Limit(1000, 3_600_000),
            1000,
            Clock.systemUTC());
    api = new HttpApi(limiter, "127.0.0.1", 0, timeout, 8);
    port = api.start();
    node =
        new RequestSpecBuilder()
            .setBaseUri("http://127.0.0.1")
            .setPort(port)
            .setContentType(ContentType.JSON)
            .build();
    limiter.start();
  }

  @AfterAll
  static void stop() {
    api.close();
    limiter.close();
    redis.close();
  }

  @Test
  void operatorsAreLockedOut_clientsAreServedAllTheSame() {
    given(node).body("{\"closedFor\": \"1m\"}").put("/access").then().statusCode(200);
    try {
      given(node).get("/state").then().statusCode(403);
      given(node).get("/metrics").then().statusCode(403);
      given(node).get("/health").then().statusCode(200);
      given(node).body("{\"key\": \"served\"}").post("/check").then().statusCode(200);
    } finally {
      given(node).body("{\"closedFor\": \"0ms\"}").put("/access").then().statusCode(200);
    }
    given(node).get("/state").then().statusCode(200);
  }

  @Test
  void limitReached_answers429WithHeaders() {
    putLimit("small", "{\"limit\": 1, \"window\": \"1h\"}").statusCode(200);
    given(node)
        .body("{\"key\": \"small\"}")
        .post("/check")
        .then()
        .statusCode(200)
        .header("RateLimit-Limit", "1")
        .header("RateLimit-Remaining", "0")
        .header("RateLimit-Reset", notNullValue());
    given(node)
        .queryParam("key", "small")
        .post("/check")
        .then()
        .statusCode(429)
        .header("Retry-After", notNullValue())
        .body("reason", equalTo("over_limit"));
    given(node).get("/limits").then().body("limits.find { it.key == 'small' }.limit", equalTo(1));
  }

  private static ValidatableResponse putLimit(String key, String body) {
    return given(node).body(body).put("/limits/" + key).then();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"limit": 1}                          | needs both members
          {"limit": -1, "window": "1h"}         | from 0 to
          {"limit": 1, "window": "1 hour"}      | is not a duration
          {"limit": 1, "window": "5ms"}         | from 100ms
          {"limit": "x", "window": "1h"}        | cannot have 'x' as limit
          {"limit": 1, "windows": "1h"}         | unknown member 'windows'
          not json                              | Send JSON such as
          """)
  void badLimit_isOneSentence(String body, String sentence) {
    putLimit("bad", body).statusCode(400).body("error", containsString(sentence));
  }

  @Test
  void badKey_isOneSentence() {
    given(node)
        .queryParam("key", "x".repeat(201))
        .post("/check")
        .then()
        .statusCode(400)
        .body("error", containsString("1 to 200"));
    given(node).body("{}").post("/check").then().statusCode(400);
  }

  @Test
  void state_canBeReadAsTheRecord() throws IOException {
    given(node).queryParam("key", "seen").post("/check").then().statusCode(200);
    NodeState state =
        new ObjectMapper().readValue(given(node).get("/state").asString(), NodeState.class);
    assertThat(state.node()).isEqualTo("n1");
    assertThat(state.keys())
        .filteredOn(key -> key.key().equals("seen"))
        .singleElement()
        .satisfies(key -> assertThat(key.admitted()).isEqualTo(1))
        .satisfies(key -> assertThat(key.globalCount()).isEqualTo(1));
  }

  @Test
  void metrics_haveTheirNamesAndBoundedKeys() {
    putLimit("labelled", "{\"limit\": 5, \"window\": \"1h\"}");
    given(node).queryParam("key", "labelled").post("/check");
    given(node).queryParam("key", "unlabelled").post("/check");
    String metrics = given(node).get("/metrics").asString();
    assertThat(metrics)
        .contains(
            "ratelimiter_requests_total{decision=\"admitted\",key=\"labelled\",node=\"n1\",reason=\"within_limit\"} 1.0",
            "ratelimiter_check_duration_seconds_bucket{node=\"n1\",le=\"5.0\"}",
            "ratelimiter_limit{key=\"labelled\"} 5.0",
            "ratelimiter_window_admitted{key=\"labelled\",node=\"n1\"} 1.0",
            "ratelimiter_pending_hits{key=\"labelled\",node=\"n1\"} 0.0",
            "ratelimiter_sync_total{node=\"n1\",result=\"ok\"}",
            "ratelimiter_sync_dropped_hits_total{node=\"n1\"} 0.0",
            "ratelimiter_sync_last_success_timestamp_seconds{node=\"n1\"}",
            "ratelimiter_store_up{node=\"n1\"}")
        .doesNotContain("unlabelled");
  }

  @Test
  void reconcile_setsTheCounterAndRefusesInIdempotentPolicy() {
    given(node).queryParam("key", "cure").post("/check").then().statusCode(200);
    given(node)
        .body("{\"admitted\": 7, \"pending\": 2}")
        .post("/reconcile/cure")
        .then()
        .statusCode(200)
        .body("counter", equalTo(5));
    given(node)
        .body("{\"admitted\": 1, \"pending\": 2}")
        .post("/reconcile/cure")
        .then()
        .statusCode(400);
    putMode("{\"mode\": \"batched\", \"policy\": \"idempotent\"}");
    given(node)
        .body("{\"admitted\": 7}")
        .post("/reconcile/cure")
        .then()
        .statusCode(409)
        .body("error", containsString("next sync"));
    putMode("{\"mode\": \"strict\", \"policy\": \"drop\"}");
  }

  private static void putMode(String body) {
    given(node).body(body).put("/mode").then().statusCode(200);
  }

  private static HttpRequest stuckCheck() {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/check?key=stuck"))
        .POST(HttpRequest.BodyPublishers.noBody())
        .build();
  }

  @Test
  void redisHangs_stateMetricsAndHealthStillAnswerWhileChecksWait() {
    given(node).queryParam("key", "stuck").post("/check").then().statusCode(200);
    HttpClient client = HttpClient.newHttpClient();
    redis.freeze();
    try {
      List<CompletableFuture<HttpResponse<Void>>> checks =
          IntStream.range(0, 60)
              .mapToObj(i -> client.sendAsync(stuckCheck(), HttpResponse.BodyHandlers.discarding()))
              .toList();
      given(node).get("/health").then().statusCode(200);
      given(node).get("/metrics").then().statusCode(200);
      given(node).get("/state").then().statusCode(200).body("node", equalTo("n1"));
      assertThat(checks)
          .allSatisfy(
              check ->
                  assertThat(check.orTimeout(10, TimeUnit.SECONDS).join().statusCode())
                      .isEqualTo(200));
    } finally {
      redis.thaw();
    }
  }
}
