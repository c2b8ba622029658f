package io.chaoschapters.subjects.ratelimiter.service;

import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Asks a node again and again, as somebody who knows nothing of others' attacks. */
final class WellBehavedClient implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int NO_ANSWER = 0;

  /**
   * What it got.
   *
   * @param statuses how often each status; {@code 0} for no answer in ten seconds
   * @param slowest the longest wait for an answer
   */
  record Served(Map<Integer, Integer> statuses, Duration slowest) {
    int answered() {
      return statuses.getOrDefault(200, 0) + statuses.getOrDefault(429, 0);
    }

    int refused() {
      return statuses.values().stream().mapToInt(Integer::intValue).sum() - answered();
    }
  }

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI check;
  private final Thread thread = new Thread(this::ask, "well-behaved");
  private final Map<Integer, Integer> statuses = new TreeMap<>();
  private volatile boolean closed;
  private long slowestNanos;

  WellBehavedClient(NodeProcess node) {
    check = node.uri("/check?key=well-behaved");
    thread.start();
  }

  private void ask() {
    while (!closed) {
      long start = System.nanoTime();
      int status = once();
      long took = System.nanoTime() - start;
      synchronized (this) {
        statuses.merge(status, 1, Integer::sum);
        slowestNanos = Math.max(slowestNanos, took);
      }
    }
  }

  private int once() {
    try {
      return http.send(
              HttpRequest.newBuilder(check)
                  .timeout(PATIENCE)
                  .POST(HttpRequest.BodyPublishers.noBody())
                  .build(),
              BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      return NO_ANSWER;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
      return NO_ANSWER;
    }
  }

  /** Waits until it was answered so often. */
  void awaitAnswers(int count) {
    Wait.atMost("the well-behaved client is answered", Duration.ofSeconds(30))
        .until(() -> new Progress(served().answered() >= count, served().toString()));
  }

  synchronized Served served() {
    return new Served(new TreeMap<>(statuses), Duration.ofNanos(slowestNanos));
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join(TimeUnit.SECONDS.toMillis(20));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
