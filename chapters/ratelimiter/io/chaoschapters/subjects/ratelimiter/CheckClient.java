package io.chaoschapters.subjects.ratelimiter;

import io.chaoschapters.http.TimedHttp;
import io.chaoschapters.runtime.Endpoint;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients of the limiter: asks the nodes in turn, without waiting for answers. */
final class CheckClient {
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final HttpClient http;
  private final List<Endpoint> nodes;
  private final AtomicInteger turn = new AtomicInteger();

  CheckClient(HttpClient http, List<Endpoint> nodes) {
    this.http = http;
    this.nodes = List.copyOf(nodes);
  }

  /** Sends one check to the next node; completes when it was answered or given up. */
  CompletableFuture<Void> check(String key, ClientTally tally) {
    Endpoint node = nodes.get(Math.floorMod(turn.getAndIncrement(), nodes.size()));
    HttpRequest request =
        HttpRequest.newBuilder(
                node.http("/check?key=" + URLEncoder.encode(key, StandardCharsets.UTF_8)))
            .timeout(TIMEOUT)
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    tally.sent();
    return TimedHttp.send(http, request, HttpResponse.BodyHandlers.discarding(), TIMEOUT)
        .handle(
            (response, failure) -> {
              if (response == null) {
                tally.unanswered();
              } else {
                tally.answered(response.statusCode());
              }
              return null;
            });
  }
}
