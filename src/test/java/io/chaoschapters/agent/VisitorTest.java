package io.chaoschapters.agent;

import static io.chaoschapters.agent.Asked.situation;
import static io.chaoschapters.agent.Asked.work;
import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.Verdict;
import io.chaoschapters.metrics.MetricValue;
import io.chaoschapters.metrics.MetricsUnavailableException;
import io.chaoschapters.run.AgentEvent;
import io.chaoschapters.run.AgentWork.Ending;
import io.chaoschapters.waiting.DaemonThreads;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever connects is judged: here the official Java client. */
class VisitorTest {
  private static final Pattern INVITATION =
      Pattern.compile(
          "(http://127[.]0[.]0[.]1:\\d+)(/mcp) with the header \"Authorization: Bearer (\\w+)\"");

  @TempDir Path scratch;

  private static McpSyncClient client(String invitation) {
    Matcher words = INVITATION.matcher(invitation);
    assertThat(words.find()).as(invitation).isTrue();
    HttpClientStreamableHttpTransport transport =
        HttpClientStreamableHttpTransport.builder(words.group(1))
            .endpoint(words.group(2))
            .requestBuilder(
                HttpRequest.newBuilder().header("Authorization", "Bearer " + words.group(3)))
            .build();
    assertThat(URI.create(words.group(1)).getHost()).isEqualTo("127.0.0.1");
    McpSyncClient client = McpClient.sync(transport).requestTimeout(Duration.ofSeconds(30)).build();
    client.initialize();
    return client;
  }

  private static McpSchema.CallToolResult use(
      McpSyncClient client, String tool, Map<String, Object> with) {
    return client.callTool(McpSchema.CallToolRequest.builder(tool).arguments(with).build());
  }

  @Test
  void visitor_isGivenOneTaskAfterTheOther() throws IOException {
    Asked asked = new Asked(scratch);
    try (Diagnoser agent = asked.open("agent: a\nkind: mcp\nlimits: {time: 30s}\n", Map.of());
        McpSyncClient client = client(asked.notes.get(0))) {
      assertThat(use(client, "list_components", Map.of()).isError()).isTrue();
      for (boolean control : new boolean[] {true, false}) {
        CompletableFuture<Diagnosis> asking = new CompletableFuture<>();
        DaemonThreads.thread("asking", () -> asking.complete(asked.ask(agent, situation(control))))
            .start();
        McpSchema.CallToolResult task = use(client, "read_task", Map.of());
        assertThat(task.structuredContent().toString())
            .contains(control ? "No alert is active" : "Active alerts");
        use(client, "list_changes", Map.of());
        use(
            client,
            "submit_diagnosis",
            Map.of("verdict", "none", "term", "", "mechanism", "seen", "confidence", 0.5));

        Diagnosis answer = asking.join();

        assertThat(answer.verdict()).isEqualTo(Verdict.NONE);
        assertThat(work(answer).ending()).isEqualTo(Ending.SUBMITTED);
        assertThat(work(answer).calls()).isEqualTo(1);
      }
    }
    assertThat(asked.steps).filteredOn(AgentEvent.Connected.class::isInstance).hasSize(2);
  }

  /** The list changes with what is asked about, and clients are told that it did. */
  @Test
  void toolForPromQl_isListedWhereAPrometheusRuns() throws IOException {
    Asked asked = new Asked(scratch);
    Map<String, Object> question = Map.of("query", "queue_depth");
    try (Diagnoser agent = asked.open("agent: a\nkind: mcp\nlimits: {time: 30s}\n", Map.of());
        McpSyncClient client = client(asked.notes.get(0))) {
      assertThat(tools(client)).contains("read_signal").doesNotContain("query_metrics");
      for (boolean measured : new boolean[] {true, false}) {
        asked.measuredBy(measured ? VisitorTest::answer : null);
        CompletableFuture<Diagnosis> asking = new CompletableFuture<>();
        DaemonThreads.thread("asking", () -> asking.complete(asked.ask(agent, situation(true))))
            .start();
        use(client, "read_task", Map.of());

        if (measured) {
          assertThat(tools(client)).contains("query_metrics");
          assertThat(use(client, "query_metrics", question).structuredContent().toString())
              .contains("queue_depth", "mail", "42");
          McpSchema.CallToolResult wrong = use(client, "query_metrics", Map.of("query", "sum("));
          assertThat(wrong.isError()).isTrue();
          assertThat(wrong.content().toString()).contains("refused the query sum(");
        } else {
          assertThat(tools(client)).doesNotContain("query_metrics");
        }
        use(
            client,
            "submit_diagnosis",
            Map.of("verdict", "none", "term", "", "mechanism", "seen", "confidence", 0.5));
        assertThat(work(asking.join()).calls()).isEqualTo(measured ? 1 : 0);
      }
    }
  }

  private static List<String> tools(McpSyncClient client) {
    return client.listTools().tools().stream().map(McpSchema.Tool::name).toList();
  }

  private static List<MetricValue> answer(String promQl) {
    if (promQl.equals("sum(")) {
      throw new MetricsUnavailableException("Prometheus refused the query sum(.");
    }
    return List.of(
        new MetricValue(
            Map.of("__name__", "queue_depth", "queue", "mail"), 42, Instant.ofEpochSecond(1)));
  }

  @Test
  void nobodyComes_isNeverConnected() throws IOException {
    Diagnosis answer = new Asked(scratch).ask("agent: a\nkind: mcp\nlimits: {time: 1s}\n");

    assertThat(work(answer).ending()).isEqualTo(Ending.NEVER_CONNECTED);
  }

  @Test
  void serverIsGone_withTheAgent() throws IOException {
    Asked asked = new Asked(scratch);
    try (Diagnoser agent = asked.open("agent: a\nkind: mcp\n", Map.of())) {
      assertThat(agent.id()).isEqualTo("a");
      assertThat(Thread.getAllStackTraces().keySet())
          .extracting(Thread::getName)
          .anyMatch(name -> AgentChapterTest.OURS.matcher(name).find());
    }
    assertThat(System.getProperty("catalina.home")).as("its folder, which is gone").isNull();

    Wait.atMost("end of the server's threads", Duration.ofSeconds(10))
        .until(
            () ->
                new Progress(
                    Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().startsWith("http-nio")),
                    "there are some"));
  }
}
