package io.chaoschapters.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.chaoschapters.metrics.StubServer.Reply;
import io.chaoschapters.text.RootLocale;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrometheusClientTest {

  private static final MetricQuery X = MetricQuery.gauge("x");

  @Test
  void vector_isReadWithTheTimesOfItsSamples() {
    try (var server =
        new StubServer(
            call ->
                Reply.ok(
                    call.uri().getQuery().contains("timestamp(")
                        ? vector("{\"node\":\"n1\"}", "1700000000.5")
                        : vector("{\"__name__\":\"x\",\"node\":\"n1\"}", "42")))) {
      var result = client(server).query(X);

      assertThat(result.values())
          .containsExactly(
              new MetricValue(Map.of("node", "n1"), 42, Instant.ofEpochMilli(1700000000500L)));
      assertThat(server.calls().get(0).uri().getQuery()).isEqualTo("query=x");
      assertThat(server.calls().get(1).uri().getQuery())
          .isEqualTo("query=timestamp(x)&time=2023-11-14T22:13:21.781Z");
    }
  }

  @Test
  void noData_isUnknown() {
    assertThat(
            answer("{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}")
                .single())
        .isEmpty();
  }

  @Test
  void nan_isUnknown() {
    assertThat(answer(vector("{}", "NaN")).isEmpty()).isTrue();
  }

  @Test
  void queryRefused_sentenceQuotesServerAndQuery() {
    assertUnavailable(
        Reply.of(
            400, "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"parse\\n error\"}"),
        "refused the query x: bad_data, parse error.");
  }

  @Test
  void serverError_sentenceHasStatusAndBriefText() {
    assertUnavailable(
        Reply.of(503, "Service\nUnavailable " + "y".repeat(5000)),
        "answered with status 503 and something other than the API's JSON: 'Service Unavailable yyy");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>hello</html>",
        "",
        "[]",
        "{\"status\":\"success\"}",
        "{\"status\":\"success\",\"data\":{\"resultType\":\"string\",\"result\":[1,\"1\"]}}",
        "{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[1,\"one\"]}}",
        "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"metric\":{}}]}}",
        "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"value\":[1,\"one\"]}]}}",
        "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"value\":[\"1\",\"1\"]}]}}"
      })
  void garbage_isRefused(String body) {
    assertUnavailable(Reply.ok(body), "answered with status 200 and something other than");
  }

  @Test
  void hugeBody_isRefused() {
    assertUnavailable(Reply.ok("x".repeat(100_000)), "sent more than 65536 bytes.");
  }

  @Test
  void noAnswer_endsByTheTimeout() {
    assertUnavailable(Reply.never(), "did not answer within 300 ms.");
  }

  @Test
  void bodyThatStalls_endsByTheTimeout() {
    assertUnavailable(Reply.halfOf(vector("{}", "1")), "did not answer within 300 ms.");
  }

  @Test
  void connectionRefused_isSaidSo() {
    var server = StubServer.replying(Reply.ok(""));
    server.close();

    assertThatExceptionOfType(MetricsUnavailableException.class)
        .isThrownBy(() -> client(server).query(X))
        .withMessage("Prometheus at %s refused the connection.", server.uri());
    assertThat(client(server).isReady()).isFalse();
  }

  @Test
  void ready_isWhatItsEndpointSays() {
    try (var server = StubServer.replying(Reply.ok("Prometheus Server is Ready."))) {
      assertThat(client(server).isReady()).isTrue();
      assertThat(server.calls().get(0).uri()).hasPath("/-/ready");
      server.nowReplies(Reply.of(503, "Service Unavailable"));
      assertThat(client(server).isReady()).isFalse();
    }
  }

  @Test
  void targetsUp_needsEnoughAndAllOfThem() {
    try (var server = StubServer.replying(Reply.ok(vector("{\"instance\":\"n1\"}", "1")))) {
      assertThat(client(server).targetsUp(1)).isTrue();
      assertThat(client(server).targetsUp(2)).isFalse();
      server.nowReplies(Reply.ok(vector("{\"instance\":\"n1\"}", "0")));
      assertThat(client(server).targetsUp(1)).isFalse();
    }
  }

  @Test
  void interrupted_isSaidSoAndStaysInterrupted() {
    try (var server = StubServer.replying(Reply.never())) {
      Thread.currentThread().interrupt();

      assertThatExceptionOfType(MetricsUnavailableException.class)
          .isThrownBy(() -> client(server).query(X))
          .withMessageContaining("interrupted");
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void addressThatIsNone_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PrometheusClient(URI.create("localhost:9090")))
        .withMessageContaining("use one like http://127.0.0.1:9090");
  }

  private static MetricResult answer(String body) {
    try (var server = StubServer.replying(Reply.ok(body))) {
      return client(server).query(X);
    }
  }

  private static void assertUnavailable(Reply reply, String sentencePart) {
    try (var server = StubServer.replying(reply)) {
      var client = new PrometheusClient(server.uri(), Duration.ofMillis(300), 65536);
      assertThatExceptionOfType(MetricsUnavailableException.class)
          .isThrownBy(
              () ->
                  (reply.hangsBeforeHead() || reply.hangsInBody() ? client : client(server))
                      .query(X))
          .withMessageStartingWith("Prometheus at " + server.uri() + " " + sentencePart);
    }
  }

  private static PrometheusClient client(StubServer server) {
    return new PrometheusClient(server.uri(), Duration.ofSeconds(10), 65536);
  }

  private static String vector(String labels, String value) {
    return RootLocale.format(
        """
        {"status":"success","data":{"resultType":"vector","result":[
          {"metric":%s,"value":[1700000001.781,"%s"]}]}}
        """,
        labels, value);
  }
}
