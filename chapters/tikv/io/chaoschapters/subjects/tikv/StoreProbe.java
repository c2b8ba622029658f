package io.chaoschapters.subjects.tikv;

import io.chaoschapters.http.BoundedHttp;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.subject.Health;
import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Looks at one store from outside, on the port of its operators and on that of its clients.
 *
 * <p>Whether it is well is asked of its smallest answer: the page of metrics has 1.4 MB and comes
 * late when the machine is busy, which is no illness. What its copies of regions do is of this
 * moment, whereas the placement driver repeats what it last heard.
 */
final class StoreProbe {
  private static final Duration TIMEOUT = Duration.ofMillis(800);
  private static final int LARGEST_PAGE = 16 << 20;
  private static final int OK = 200;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  private final BoundedHttp http;
  private final Endpoint status;
  private final Greeting greeting;

  StoreProbe(HttpClient http, Endpoint status, Endpoint client) {
    this.http = new BoundedHttp(http, TIMEOUT, LARGEST_PAGE);
    this.status = status;
    this.greeting = new Greeting(client);
  }

  /** Completes within two seconds, never exceptionally. */
  CompletableFuture<StoreReading> look(Set<BigInteger> regions) {
    CompletableFuture<Optional<Duration>> greeted = greeting.time();
    return health()
        .thenCompose(
            health ->
                health == Health.SERVING
                    ? more(regions)
                    : CompletableFuture.completedFuture(StoreReading.without(health)))
        .thenCombine(greeted, StoreReading::withGreeting);
  }

  /** How long it took to greet a client, or nothing when it did not. */
  CompletableFuture<Optional<Duration>> greeted() {
    return greeting.time();
  }

  private CompletableFuture<Health> health() {
    return get("/status")
        .thenApply(
            answer ->
                switch (answer.status()) {
                  case OK -> Health.SERVING;
                  case FORBIDDEN -> Health.UNKNOWN; // It lives, and does not tell.
                  default -> Health.DEGRADED;
                })
        .exceptionally(Health::after);
  }

  private CompletableFuture<StoreReading> more(Set<BigInteger> regions) {
    return roles(regions)
        .thenCombine(
            undelivered(),
            (roles, counts) -> new StoreReading(Health.SERVING, roles, counts, Optional.empty()));
  }

  private CompletableFuture<Optional<Map<String, Double>>> undelivered() {
    return get("/metrics")
        .thenApply(
            answer ->
                answer.status() == OK
                    ? Optional.of(UndeliveredPage.read(answer.body().lines()))
                    : Optional.<Map<String, Double>>empty())
        .exceptionally(failure -> Optional.empty());
  }

  /** What the store says of its copies of these regions. */
  CompletableFuture<RegionRoles> roles(Set<BigInteger> regions) {
    Map<BigInteger, CompletableFuture<Optional<RegionRole>>> asked =
        regions.stream().collect(Collectors.toMap(region -> region, this::role));
    return CompletableFuture.allOf(asked.values().toArray(CompletableFuture<?>[]::new))
        .handle((done, failure) -> collected(asked));
  }

  private static RegionRoles collected(
      Map<BigInteger, CompletableFuture<Optional<RegionRole>>> asked) {
    Map<BigInteger, RegionRole> told = new HashMap<>();
    Set<BigInteger> untold = new HashSet<>();
    asked.forEach(
        (region, answer) -> {
          if (answer.isCompletedExceptionally()) {
            untold.add(region);
          } else {
            answer.join().ifPresent(role -> told.put(region, role));
          }
        });
    return new RegionRoles(told, untold);
  }

  /** Empty when the store has no copy of it. */
  private CompletableFuture<Optional<RegionRole>> role(BigInteger region) {
    return get("/region/" + region)
        .thenCompose(
            answer -> {
              try {
                return switch (answer.status()) {
                  case OK ->
                      CompletableFuture.completedFuture(
                          Optional.of(RegionRole.read(answer.bytes())));
                  case NOT_FOUND -> CompletableFuture.completedFuture(Optional.empty());
                  default ->
                      CompletableFuture.failedFuture(
                          new IOException("answered " + answer.status()));
                };
              } catch (IOException e) {
                return CompletableFuture.failedFuture(e);
              }
            });
  }

  private CompletableFuture<BoundedHttp.Answer> get(String path) {
    return http.get(status.http(path), Map.of());
  }
}
