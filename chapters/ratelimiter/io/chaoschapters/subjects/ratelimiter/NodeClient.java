package io.chaoschapters.subjects.ratelimiter;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chaoschapters.http.BoundedBody;
import io.chaoschapters.http.TimedHttp;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.ParameterText;
import io.chaoschapters.subjects.ratelimiter.service.NodeState;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * An operator's client of one node: looks at its state, which never touches the store, and sets it.
 */
final class NodeClient {
  private static final Duration PROBE_TIMEOUT = Duration.ofMillis(700);
  private static final Duration SETTING_TIMEOUT = Duration.ofSeconds(5);
  private static final int LARGEST_ANSWER = 16 << 20;
  private static final int OK = 200;
  private static final int FORBIDDEN = 403;

  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final HttpClient http;
  private final String id;
  private final Endpoint node;

  NodeClient(HttpClient http, String id, Endpoint node) {
    this.http = http;
    this.id = id;
    this.node = node;
  }

  String id() {
    return id;
  }

  /** Looks at the node; completes within the probe's time-out, never exceptionally. */
  CompletableFuture<NodeProbe> probe() {
    HttpRequest request =
        HttpRequest.newBuilder(node.http("/state")).timeout(PROBE_TIMEOUT).GET().build();
    return TimedHttp.send(
            http, request, BoundedBody.upTo(LARGEST_ANSWER), PROBE_TIMEOUT.multipliedBy(2))
        .handle(NodeClient::seen);
  }

  private static NodeProbe seen(
      @Nullable HttpResponse<byte[]> response, @Nullable Throwable failure) {
    if (response == null) {
      return new NodeProbe(Health.after(failure), null);
    }
    if (response.statusCode() == FORBIDDEN) {
      return new NodeProbe(Health.UNKNOWN, null); // It lives, and does not tell how it is.
    }
    if (response.statusCode() != OK) {
      return new NodeProbe(Health.DEGRADED, null);
    }
    try {
      return new NodeProbe(Health.SERVING, JSON.readValue(response.body(), NodeState.class));
    } catch (IOException e) {
      return new NodeProbe(Health.DEGRADED, null);
    }
  }

  void setLimit(String key, long limit, Duration window) {
    put("/limits/" + key, Map.of("limit", limit, "window", ParameterText.text(window)));
  }

  /** Has it tell operators nothing for a while. */
  void closeFor(Duration duration) {
    put("/access", Map.of("closedFor", ParameterText.text(duration)));
  }

  /** The limit that the node lists for a key; -1 when it lists none. */
  long limit(String key) {
    JsonNode limits = get("/limits");
    for (JsonNode limit : limits.path("limits")) {
      if (limit.path("key").asText().equals(key)) {
        return limit.path("limit").asLong();
      }
    }
    return -1;
  }

  /** Whether the node says that it serves. */
  boolean isUp() {
    return get("/health").path("status").asText().equals("up");
  }

  private JsonNode get(String path) {
    try {
      return JSON.readTree(send("GET", path, null));
    } catch (IOException e) {
      throw new RuntimeFailureException(
          RootLocale.format("%s did not answer %s in JSON", id, path), e);
    }
  }

  void setMode(RateLimiterConfiguration configuration) {
    put(
        "/mode",
        Map.of(
            "mode", configuration.mode(),
            "policy", configuration.policy(),
            "fail", configuration.onStoreFailure(),
            "syncInterval", ParameterText.text(configuration.syncInterval())));
  }

  /** Tells the node how many requests were really admitted, for the shared count. */
  void reconcile(String key, long admitted) {
    send("POST", "/reconcile/" + key, Map.of("admitted", admitted));
  }

  private void put(String path, Map<String, ?> body) {
    send("PUT", path, body);
  }

  private String send(String method, String path, @Nullable Map<String, ?> body) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(node.http(path))
              .timeout(SETTING_TIMEOUT)
              .header("Content-Type", "application/json")
              .method(method, publisher(body))
              .build();
      HttpResponse<byte[]> response = http.send(request, BoundedBody.upTo(LARGEST_ANSWER));
      String answer = new String(response.body(), StandardCharsets.UTF_8);
      if (response.statusCode() / 100 != 2) {
        throw new RuntimeFailureException(
            RootLocale.format(
                "%s answered %d to %s %s: %s", id, response.statusCode(), method, path, answer));
      }
      return answer;
    } catch (IOException e) {
      throw new RuntimeFailureException(
          RootLocale.format("%s did not answer %s %s: %s", id, method, path, e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RuntimeFailureException(RootLocale.format("Interrupted while %s was asked", id), e);
    }
  }

  private static HttpRequest.BodyPublisher publisher(@Nullable Map<String, ?> body)
      throws IOException {
    return body == null
        ? HttpRequest.BodyPublishers.noBody()
        : HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
  }
}
