package example;

import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.subject.Health;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Talks to the control ports of our own programs. */
final class Control {
  private static final Duration PATIENCE = Duration.ofMillis(700);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  Health health(Endpoint endpoint) {
    try {
      get(endpoint, "/health");
      return Health.SERVING;
    } catch (IOException e) {
      return Health.after(e);
    }
  }

  void tell(Endpoint endpoint, String path) {
    try {
      get(endpoint, path);
    } catch (IOException e) {
      throw new IllegalStateException(endpoint + " does not answer: " + e.getMessage(), e);
    }
  }

  private void get(Endpoint endpoint, String path) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(endpoint.http(path)).timeout(PATIENCE).build();
    try {
      client.send(request, HttpResponse.BodyHandlers.discarding());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
