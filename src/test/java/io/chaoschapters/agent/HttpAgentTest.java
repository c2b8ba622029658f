package io.chaoschapters.agent;

import static io.chaoschapters.agent.Asked.situation;
import static io.chaoschapters.agent.Asked.work;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.Verdict;
import io.chaoschapters.run.AgentWork.Ending;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void isWokenByAnAlert_inAlertmanagersForm() throws IOException {
    ask(false, "alert");

    JsonNode alert = received.get(0);
    assertThat(alert.path("version").asText()).isEqualTo("4");
    assertThat(alert.path("status").asText()).isEqualTo("firing");
    assertThat(alert.path("alerts")).isNotEmpty();
    assertThat(alert.at("/alerts/0/labels/alertname").asText()).isEqualTo("InvariantViolated");
    assertThat(alert.at("/alerts/0/annotations/summary").asText()).isNotEmpty();
    assertThat(alert.at("/commonAnnotations/tools_url").asText()).endsWith("/mcp");
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
