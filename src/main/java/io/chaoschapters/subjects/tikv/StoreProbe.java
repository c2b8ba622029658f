package io.chaoschapters.subjects.tikv;

import io.chaoschapters.metrics.BoundedBody;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.subject.Health;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks at one store from outside, on the port of its operators and on that of its clients. The
 * metrics page serves as the probe: what is on it is of this moment, whereas the placement driver
 * repeats what it last heard.
 */
final class StoreProbe {
  private static final Duration TIMEOUT = Duration.ofMillis(800);
  private static final int LARGEST_PAGE = 16 << 20;
  private static final int OK = 200;
  private static final int FORBIDDEN = 403;
  private static final Pattern LEADERS =
      Pattern.compile("tikv_raftstore_region_count\\{[^}]*type=\"leader\"[^}]*}\\s+(\\S+).*");
  private static final Pattern UNREACHABLE =
      Pattern.compile(
          "tikv_server_report_failure_msg_total\\{(?=[^}]*type=\"unreachable\")"
              + "[^}]*store_id=\"(\\d+)\"[^}]*}\\s+(\\S+).*");

  private final HttpClient http;
  private final HttpRequest request;
  private final Greeting greeting;

  StoreProbe(HttpClient http, Endpoint status, Endpoint client) {
    this.http = http;
    this.greeting = new Greeting(client);
    this.request = HttpRequest.newBuilder(status.http("/metrics")).timeout(TIMEOUT).GET().build();
  }

  /** Completes within two seconds, never exceptionally. */
  CompletableFuture<StoreReading> look() {
    return page().thenCombine(greeting.time(), StoreReading::withGreeting);
  }

  private CompletableFuture<StoreReading> page() {
    return http.sendAsync(request, BoundedBody.upTo(LARGEST_PAGE))
        .thenApply(StoreProbe::read)
        .orTimeout(TIMEOUT.multipliedBy(3).dividedBy(2).toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(failure -> StoreReading.without(Health.after(failure)));
  }

  private static StoreReading read(HttpResponse<byte[]> response) {
    return switch (response.statusCode()) {
      case OK -> parse(new String(response.body(), StandardCharsets.UTF_8).lines());
      case FORBIDDEN -> StoreReading.without(Health.UNKNOWN); // It lives, and does not tell.
      default -> StoreReading.without(Health.DEGRADED);
    };
  }

  /** A real store's page has some ten thousand lines; few are of interest. */
  static StoreReading parse(Stream<String> lines) {
    Map<String, Double> unreachable = new HashMap<>();
    int[] leaders = {-1};
    lines.forEach(
        line -> {
          if (line.startsWith("tikv_raftstore_region_count{")) {
            Matcher matcher = LEADERS.matcher(line);
            if (matcher.matches()) {
              leaders[0] = (int) Double.parseDouble(matcher.group(1));
            }
          } else if (line.startsWith("tikv_server_report_failure_msg_total{")) {
            Matcher matcher = UNREACHABLE.matcher(line);
            if (matcher.matches()) {
              unreachable.merge(
                  matcher.group(1), Double.parseDouble(matcher.group(2)), Double::sum);
            }
          }
        });
    return new StoreReading(
        Health.SERVING,
        leaders[0] < 0 ? OptionalInt.empty() : OptionalInt.of(leaders[0]),
        unreachable,
        Optional.empty());
  }
}
