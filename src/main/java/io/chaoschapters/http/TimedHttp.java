package io.chaoschapters.http;

import io.chaoschapters.waiting.DaemonThreads;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apiguardian.api.API;

/**
 * Sends requests without waiting for the answer, bounded in time.
 *
 * <p>The JDK's client completes its futures in the common pool, where threads have the system class
 * loader. These are completed by the client's own executor, or in a new thread when it has none.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class TimedHttp {
  private TimedHttp() {}

  /** Sends a request; the future ends by the timeout, whatever the other side does. */
  public static <T> CompletableFuture<HttpResponse<T>> send(
      HttpClient client,
      HttpRequest request,
      HttpResponse.BodyHandler<T> handler,
      Duration timeout) {
    Executor executor = client.executor().orElseGet(() -> DaemonThreads.eachIn("http-answer"));
    CompletableFuture<HttpResponse<T>> exchange = client.sendAsync(request, handler);
    // HttpRequest.timeout() would end with the header; a body can stall, too.
    return exchange
        .copy()
        .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .whenCompleteAsync(
            (response, failure) -> {
              if (failure != null) {
                exchange.cancel(true);
              }
            },
            executor);
  }
}
