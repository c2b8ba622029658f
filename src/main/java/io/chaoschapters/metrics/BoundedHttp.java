package io.chaoschapters.metrics;

import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/** GET requests that are bounded in time, from connecting to the last byte, and in size. */
final class BoundedHttp {

  /** An answer of any status. */
  record Answer(int status, String body) {}

  private final HttpClient client;
  private final Duration timeout;
  private final int maxBytes;

  BoundedHttp(HttpClient.Builder builder, Duration timeout, int maxBytes) {
    this(
        builder
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY) // what is measured is near: no proxy knows it
            .build(),
        timeout,
        maxBytes);
  }

  BoundedHttp(HttpClient client, Duration timeout, int maxBytes) {
    this.client = client;
    this.timeout = timeout;
    this.maxBytes = maxBytes;
  }

  /** Sends a request; the future ends by the timeout, whatever the other side does. */
  CompletableFuture<Answer> get(URI uri, String accept) {
    var request = HttpRequest.newBuilder(uri).header("Accept", accept).build();
    return TimedHttp.send(client, request, BoundedBody.upTo(maxBytes), timeout)
        .thenApply(BoundedHttp::answer);
  }

  /** Says in a clause what went wrong with a request: "refused the connection". */
  String describe(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof TimeoutException) {
      return RootLocale.format("did not answer within %d ms", timeout.toMillis());
    }
    if (cause instanceof ConnectException
        && cause.getCause() instanceof UnresolvedAddressException) {
      return "has a host name that cannot be resolved";
    }
    if (cause instanceof ConnectException) {
      return "refused the connection";
    }
    for (Throwable inner = cause; inner != null; inner = inner.getCause()) {
      if (inner instanceof BoundedBody.TooLargeException) {
        return RootLocale.format("sent more than %d bytes", maxBytes);
      }
    }
    return RootLocale.format("broke off the exchange (%s)", Failure.words(cause));
  }

  private static Answer answer(HttpResponse<byte[]> response) {
    return new Answer(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8));
  }
}
