package io.chaoschapters.subjects.tikv.service;

import io.chaoschapters.subjects.tikv.service.Messages.StoreEntry;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says a word to every other store each second, and notes who does not reply, and how. */
final class PeerWatch implements AutoCloseable {
  private static final long EVERY_MILLIS = 1_000;
  private static final Duration TIMEOUT = Duration.ofMillis(700);
  private static final String ANSWERS = "answers";
  private static final Logger LOG = LoggerFactory.getLogger("tikv.peers");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<Long, String> seen = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "peer-watch"));
  private final List<StoreEntry> others;
  private final StoreMetrics metrics;

  PeerWatch(List<StoreEntry> others, StoreMetrics metrics) {
    this.others = List.copyOf(others);
    this.metrics = metrics;
    others.forEach(other -> metrics.peer(other.id()));
  }

  void start() {
    clock.scheduleWithFixedDelay(
        () -> others.forEach(this::ask), EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void ask(StoreEntry other) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + other.statusAddress() + "/status"))
            .timeout(TIMEOUT)
            .build();
    http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
        .whenComplete((response, failure) -> note(other, failure));
  }

  private void note(StoreEntry other, @Nullable Throwable failure) {
    String now = failure == null ? ANSWERS : words(failure);
    if (failure != null) {
      metrics.peerFailed(other.id());
    }
    String before = seen.put(other.id(), now);
    if (failure != null && !now.equals(before)) {
      LOG.warn("{} {}", other.name(), now);
    } else if (failure == null && before != null && !ANSWERS.equals(before)) {
      LOG.info("{} answers again", other.name());
    }
  }

  private static String words(Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    if (cause instanceof ConnectException) {
      return "refuses connections";
    }
    return cause instanceof HttpTimeoutException
        ? "accepted a connection but did not answer within %d ms".formatted(TIMEOUT.toMillis())
        : "broke off a connection";
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
