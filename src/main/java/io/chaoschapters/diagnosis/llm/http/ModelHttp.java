package io.chaoschapters.diagnosis.llm.http;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import io.chaoschapters.http.Connections;
import io.chaoschapters.text.Failure;
import io.chaoschapters.waiting.DaemonThreads;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.apiguardian.api.API;

/**
 * Sends LangChain4j's requests. It keeps what its own client drops (how long a server asks to wait,
 * a refusal), bounds what is read, and can be called off in the middle of an answer.
 *
 * <p>One question at a time: {@link #latest()} is the one that was sent last.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ModelHttp implements HttpClient {
  private static final long LONGEST_ANSWER = 16L * 1024 * 1024;
  private static final int LONGEST_ERROR = 16 * 1024;

  private final java.net.http.HttpClient client;
  private volatile Exchange latest = new Exchange(Secrets.in(Map.of()));

  /** Makes one; connecting may take that long. */
  public ModelHttp(Duration connectWithin) {
    client = Connections.asTheUserHasSet().connectTimeout(connectWithin).build();
  }

  /** The question that was sent last. */
  public Exchange latest() {
    return latest;
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    try {
      HttpResponse<InputStream> response =
          client.sendAsync(toJdk(request), BodyHandlers.ofInputStream()).join();
      requireSuccess(response, Secrets.in(request.headers()));
      try (InputStream body = new LimitedStream(response.body(), LONGEST_ANSWER)) {
        return response(response, new String(body.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    Exchange exchange = new Exchange(Secrets.in(request.headers()));
    latest = exchange;
    CompletableFuture<HttpResponse<InputStream>> sent =
        client.sendAsync(toJdk(request), BodyHandlers.ofInputStream());
    exchange.cancelBy(() -> sent.cancel(true));
    // A body is read in a thread of its own: it may take minutes.
    Executor threads = DaemonThreads.eachIn("model-answer");
    sent.thenAcceptAsync(response -> read(response, parser, listener, exchange), threads)
        .whenCompleteAsync(
            (nothing, failure) -> {
              if (failure != null) {
                listener.onError(failure);
              }
              exchange.end();
            },
            threads);
  }

  private static void read(
      HttpResponse<InputStream> response,
      ServerSentEventParser parser,
      ServerSentEventListener listener,
      Exchange exchange) {
    requireSuccess(response, exchange.secrets());
    exchange.opened(response.headers());
    exchange.cancelBy(() -> close(response.body()));
    try (InputStream body = new LimitedStream(response.body(), LONGEST_ANSWER)) {
      InputStream stream = StreamStart.of(body, parser, response.headers(), exchange.secrets());
      listener.onOpen(response(response, null));
      parser.parse(stream, new RefusalListener(listener, exchange));
      listener.onClose();
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  private static void close(InputStream body) {
    try {
      body.close();
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  private static void requireSuccess(HttpResponse<InputStream> response, Secrets secrets) {
    if (response.statusCode() / 100 == 2) {
      return;
    }
    String body;
    try (InputStream in = response.body()) {
      body = new String(in.readNBytes(LONGEST_ERROR), StandardCharsets.UTF_8);
    } catch (IOException e) {
      body = "its explanation could not be read: " + Failure.words(e);
    }
    throw new HttpFailure(
        response.statusCode(),
        secrets.maskedIn(body),
        RetryAfter.of(response.headers(), Instant.now()));
  }

  private static SuccessfulHttpResponse response(
      HttpResponse<?> response, @org.jspecify.annotations.Nullable String body) {
    return SuccessfulHttpResponse.builder()
        .statusCode(response.statusCode())
        .headers(response.headers().map())
        .body(body)
        .build();
  }

  private static java.net.http.HttpRequest toJdk(HttpRequest request) {
    java.net.http.HttpRequest.Builder builder =
        java.net.http.HttpRequest.newBuilder(URI.create(request.url()));
    request
        .headers()
        .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
    String body = request.body();
    return builder
        .method(
            request.method().name(),
            body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
        .build();
  }
}
