package io.chaoschapters.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.diagnosis.EvidenceCase;
import io.chaoschapters.diagnosis.EvidenceCases;
import io.chaoschapters.diagnosis.evidence.EvidenceJson;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.waiting.DaemonThreads;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** For people who develop an agent: saved incidents, one after the other, to whoever connects. */
class ServeModeTest {
  private static final Pattern INVITATION =
      Pattern.compile(
          "(http://127[.]0[.]0[.]1:\\d+)/mcp with the header \"Authorization: Bearer (\\w+)\"");

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void savedIncidents_areDealtToWhoeverConnects() throws IOException {
    List<EvidenceCase> cases = EvidenceCases.of("store-cluster").subList(0, 3);
    for (EvidenceCase situation : cases) {
      Path own = folder.resolve("saved").resolve(situation.name().replaceAll("\\W", "-"));
      EvidenceJson.write(
          situation.evidence(), Files.createDirectories(own).resolve("evidence.json"));
    }
    CompletableFuture<Integer> serving = new CompletableFuture<>();
    DaemonThreads.thread("serving", () -> serving.complete(serve())).start();
    Wait.atMost("the invitation", Duration.ofSeconds(30))
        .until(() -> new Progress(INVITATION.matcher(said()).find(), said()));
    Matcher invitation = INVITATION.matcher(said());
    assertThat(invitation.find()).isTrue();

    try (McpSyncClient client =
        McpClient.sync(
                HttpClientStreamableHttpTransport.builder(invitation.group(1))
                    .requestBuilder(
                        HttpRequest.newBuilder()
                            .header("Authorization", "Bearer " + invitation.group(2)))
                    .build())
            .requestTimeout(Duration.ofSeconds(30))
            .build()) {
      client.initialize();
      for (int i = 0; i < cases.size(); i++) {
        assertThat(use(client, "read_task", Map.of()).isError()).isFalse();
        use(
            client,
            "submit_diagnosis",
            Map.of("verdict", "none", "term", "", "mechanism", "seen", "confidence", 0.5));
      }
    }

    assertThat(serving.join()).as(said()).isZero();
    assertThat(said())
        .contains("mcp agent, submitted: used no tool")
        .contains("answers in 3 questions");
  }

  private static McpSchema.CallToolResult use(
      McpSyncClient client, String tool, Map<String, Object> with) {
    return client.callTool(McpSchema.CallToolRequest.builder(tool).arguments(with).build());
  }

  private int serve() {
    Map<String, String> settings =
        Map.of(
            "mode",
            "serve",
            "evidence",
            folder.resolve("saved").toString(),
            "chapters.output",
            folder.resolve("out").toString());
    PrintStream both = new PrintStream(out, true, StandardCharsets.UTF_8);
    try {
      return Main.run(Settings.of(settings), both, both, System.nanoTime());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
