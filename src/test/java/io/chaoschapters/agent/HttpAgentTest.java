package io.chaoschapters.agent;

import static io.chaoschapters.agent.Asked.situation;
import static io.chaoschapters.agent.Asked.work;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.sun.net.httpserver.HttpServer;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.Verdict;
import io.chaoschapters.run.AgentWork.Ending;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Agents that wait for a request. */
class HttpAgentTest {
  private static final String ANSWER =
      "{\"verdict\": \"none\", \"term\": null, \"mechanism\": \"all is well\", \"confidence\": 0.9}";

  @TempDir Path scratch;
  private final List<JsonNode> received = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private Asked asked;
  private volatile int status = 200;
  private volatile String body = ANSWER;

  @BeforeEach
  void start() throws IOException {
    asked = new Asked(scratch);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          received.add(new ObjectMapper().readTree(exchange.getRequestBody()));
          byte[] answer = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String yaml(int port) {
    return RootLocale.format(
        "agent: a\nkind: http\nurl: 'http://127.0.0.1:%d/ask'\nlimits: {time: 3s, bytes: 100000}\n",
        port);
  }

  private Diagnosis ask(boolean control, String trigger) throws IOException {
    return asked.ask(
        yaml(server.getAddress().getPort()), situation(control), Map.of("ai.trigger", trigger));
  }

  @Test
  void answersInTheBody_hasUsedNoTool() throws IOException {
    Diagnosis answer = ask(true, "question");

    assertThat(answer.verdict()).isEqualTo(Verdict.NONE);
    assertThat(work(answer).ending()).isEqualTo(Ending.ANSWERED);
    assertThat(work(answer).usedNoTool()).isTrue();
    assertThat(received.get(0).path("question").asText())
        .contains("## Glossary", "submit_diagnosis");
    assertThat(received.get(0).at("/tools/url").asText()).startsWith("http://127.0.0.1:");
    assertThat(received.get(0).at("/tools/token").asText()).hasSize(48);
  }

  /** What an Alertmanager has really sent, beside what we send. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void isWokenByAnAlert_inTheFormOfARealAlertmanager(boolean control) throws IOException {
    ask(control, "alert");

    JsonNode real =
        new ObjectMapper()
            .readTree(HttpAgentTest.class.getResourceAsStream("alertmanager-0.25.0.json"));
    JsonNode alert = received.get(0);
    assertThat(form(alert)).isEqualTo(form(real));
    assertThat(form(alert.at("/alerts/0"))).isEqualTo(form(real.at("/alerts/0")));
    for (String same : List.of("version", "status", "groupKey", "receiver", "truncatedAlerts")) {
      assertThat(alert.path(same)).as(same).isEqualTo(real.path(same));
    }
    assertThat(alert.at("/alerts/0/endsAt")).isEqualTo(real.at("/alerts/0/endsAt"));
    assertThat(alert.at("/alerts/0/fingerprint").asText()).matches("[0-9a-f]{16}");
    assertThat(Instant.parse(alert.at("/alerts/0/startsAt").asText())).isNotNull();
    assertThat(URI.create(alert.path("externalURL").asText()).getPort()).isPositive();
  }

  private static Map<String, JsonNodeType> form(JsonNode node) {
    Map<String, JsonNodeType> form = new TreeMap<>();
    node.properties().forEach(member -> form.put(member.getKey(), member.getValue().getNodeType()));
    return form;
  }

  @Test
  void alerts_ofOneGroup_haveInCommonWhatTheySayInCommon() throws IOException {
    ask(false, "alert");

    JsonNode alert = received.get(0);
    assertThat(alert.path("commonLabels").path("alertname").asText())
        .isEqualTo("InvariantViolated");
    assertThat(alert.at("/commonAnnotations/tools_url").asText()).endsWith("/mcp");
    Set<JsonNode> fingerprints = new HashSet<>();
    for (JsonNode one : alert.path("alerts")) {
      assertThat(one.at("/annotations/summary").asText()).isNotEmpty();
      for (String common : List.of("Labels", "Annotations")) {
        JsonNode own = one.path(common.toLowerCase(Locale.ROOT));
        alert
            .path("common" + common)
            .properties()
            .forEach(c -> assertThat(own.path(c.getKey())).isEqualTo(c.getValue()));
      }
      fingerprints.add(one.path("fingerprint"));
    }
    assertThat(fingerprints).hasSameSizeAs(alert.path("alerts")).hasSizeGreaterThan(1);
  }

  @Test
  void nothingIsViolated_isAskedToLookAllTheSame() throws IOException {
    ask(true, "alert");

    assertThat(received.get(0).at("/alerts/0/labels/alertname").asText()).isEqualTo("RoutineCheck");
  }

  @Test
  void accepts_andIsNeverHeardOfAgain() throws IOException {
    body = "accepted";
    status = 202;

    assertThat(work(ask(true, "question")).ending()).isEqualTo(Ending.NEVER_CONNECTED);
  }

  @Test
  void fails_isToldWithItsStatus() throws IOException {
    status = 500;
    body = "";

    Diagnosis answer = ask(true, "question");

    assertThat(work(answer).ending()).isEqualTo(Ending.CRASHED);
    assertThat(answer.mechanism()).isEqualTo("it answers with status 500");
  }

  @Test
  void floods_isOverBudget() throws IOException {
    body = "x".repeat(200_000);

    assertThat(work(ask(true, "question")).ending()).isEqualTo(Ending.OVER_BUDGET);
  }

  @Test
  void nobodyIsThere_isToldWithTheReason() throws IOException {
    int port = server.getAddress().getPort();
    server.stop(0);

    Diagnosis answer = asked.ask(yaml(port));

    assertThat(work(answer).ending()).isEqualTo(Ending.CRASHED);
    assertThat(answer.mechanism()).startsWith("it cannot be reached: ");
  }
}
