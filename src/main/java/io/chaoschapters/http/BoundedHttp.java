package io.chaoschapters.http;

import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.apiguardian.api.API;

/** GET requests that are bounded in time, from connecting to the last byte, and in size. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class BoundedHttp {

  /** An answer of any status. */
  public record Answer(int status, HttpHeaders headers, byte[] bytes) {
    public String body() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    /** A header's first value, or nothing. */
    public String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  private final HttpClient client;
  private final Duration timeout;
  private final int maxBytes;

  public BoundedHttp(HttpClient client, Duration timeout, int maxBytes) {
    this.client = client;
    this.timeout = timeout;
    this.maxBytes = maxBytes;
  }

  /** Sends a request; the future ends by the timeout, whatever the other side does. */
  public CompletableFuture<Answer> get(URI uri, Map<String, String> headers) {
    var request = HttpRequest.newBuilder(uri);
    headers.forEach(request::header);
    return TimedHttp.send(client, request.build(), BoundedBody.upTo(maxBytes), timeout)
        .thenApply(BoundedHttp::answer);
  }

  /** Says in a clause what went wrong with a request: "refused the connection". */
  public String describe(Throwable failure) {
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
    return new Answer(response.statusCode(), response.headers(), response.body());
  }
}
