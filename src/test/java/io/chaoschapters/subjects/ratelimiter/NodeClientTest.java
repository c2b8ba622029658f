package io.chaoschapters.subjects.ratelimiter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.subject.ParameterText;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NodeClientTest {
  private static final int MINUTES_OF_A_MONTH = 31 * 24 * 60;

  private final List<JsonNode> bodies = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private NodeClient node;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::keep);
    server.start();
    node =
        new NodeClient(
            HttpClient.newHttpClient(),
            "n1",
            new Endpoint("127.0.0.1", server.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void keep(HttpExchange exchange) throws IOException {
    bodies.add(new ObjectMapper().readTree(exchange.getRequestBody()));
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  /** At some minutes no short window goes on for long enough, and a key gets one of a month. */
  @Test
  void windowOfAKeyAtAnyMinute_isReadByTheNodeAsItWasMeant() {
    Set<Duration> windows =
        IntStream.range(0, MINUTES_OF_A_MONTH)
            .mapToObj(minute -> DemoKey.at(Instant.EPOCH.plusSeconds(60L * minute), 1).window())
            .collect(Collectors.toSet());
    assertThat(windows).contains(Duration.ofDays(31));
    windows.forEach(window -> node.setLimit("demo-1", 10, window));
    assertThat(bodies)
        .extracting(body -> ParameterText.duration(body.path("window").asText()))
        .containsExactlyElementsOf(windows);
  }
}
