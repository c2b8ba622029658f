package example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.subject.Health;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Questions to what listens on HTTP. */
final class Http {
  private static final Duration PATIENCE = Duration.ofMillis(700);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /** What an address answers, or nothing when it does not in time. */
  CompletableFuture<Optional<JsonNode>> json(Endpoint endpoint, String path) {
    return client
        .sendAsync(request(endpoint, path), HttpResponse.BodyHandlers.ofString())
        .handle((answer, failure) -> failure == null ? parse(answer.body()) : Optional.empty());
  }

  private static Optional<JsonNode> parse(String body) {
    try {
      return Optional.of(JSON.readTree(body));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  CompletableFuture<Health> health(Endpoint endpoint) {
    return client
        .sendAsync(request(endpoint, "/health"), HttpResponse.BodyHandlers.discarding())
        .handle((answer, failure) -> failure == null ? Health.SERVING : Health.after(failure));
  }

  /** Tells a program something and waits until it has heard it. */
  void tell(Endpoint endpoint, String path) {
    client.sendAsync(request(endpoint, path), HttpResponse.BodyHandlers.discarding()).join();
  }

  private static HttpRequest request(Endpoint endpoint, String path) {
    return HttpRequest.newBuilder(endpoint.http(path)).timeout(PATIENCE).build();
  }
}
