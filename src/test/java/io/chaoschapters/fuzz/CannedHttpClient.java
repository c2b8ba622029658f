package io.chaoschapters.fuzz;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * Gives prepared answers in the calling thread, without a network: a fuzzer has no time for one.
 * The last answer is given again and again.
 */
public final class CannedHttpClient extends HttpClient {
  private static final int PIECE = 4096;

  private record Canned(int status, byte[] body) {}

  /** Who answers by the address that is asked. */
  @FunctionalInterface
  public interface Site {
    /**
     * Says something into the answer and returns its status.
     *
     * @throws IOException in place of any answer
     */
    int answer(URI asked, StringBuilder body) throws IOException;
  }

  private final Queue<Canned> answers = new ArrayDeque<>();
  private final @Nullable Site site;

  public CannedHttpClient() {
    this(null);
  }

  public CannedHttpClient(@Nullable Site site) {
    this.site = site;
  }

  /** Adds an answer. */
  public CannedHttpClient answers(int status, byte[] body) {
    answers.add(new Canned(status, body.clone()));
    return this;
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler) {
    try {
      return given(request, handler, next(request.uri()));
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private Canned next(URI asked) throws IOException {
    if (site == null) {
      return answers.size() > 1 ? answers.remove() : answers.element();
    }
    StringBuilder body = new StringBuilder();
    int status = site.answer(asked, body);
    return new Canned(status, body.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static <T> CompletableFuture<HttpResponse<T>> given(
      HttpRequest request, BodyHandler<T> handler, Canned canned) {
    BodySubscriber<T> subscriber = handler.apply(new Head(canned.status()));
    Once subscription = new Once();
    subscriber.onSubscribe(subscription);
    for (int i = 0; i < canned.body().length && !subscription.cancelled; i += PIECE) {
      int length = Math.min(PIECE, canned.body().length - i);
      subscriber.onNext(List.of(ByteBuffer.wrap(canned.body(), i, length)));
    }
    if (!subscription.cancelled) {
      subscriber.onComplete();
    }
    return subscriber
        .getBody()
        .<HttpResponse<T>>thenApply(body -> new Answer<>(request, canned.status(), body))
        .toCompletableFuture();
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> ignored) {
    return sendAsync(request, handler);
  }

  @Override
  public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) throws IOException {
    return sendAsync(request, handler).join();
  }

  private static final class Once implements Flow.Subscription {
    private boolean cancelled;

    @Override
    public void request(long count) {}

    @Override
    public void cancel() {
      cancelled = true;
    }
  }

  private record Head(int statusCode) implements ResponseInfo {
    @Override
    public HttpHeaders headers() {
      return HttpHeaders.of(Map.of(), (name, value) -> true);
    }

    @Override
    public Version version() {
      return Version.HTTP_1_1;
    }
  }

  private record Answer<T>(HttpRequest request, int statusCode, T body) implements HttpResponse<T> {
    @Override
    public Optional<HttpResponse<T>> previousResponse() {
      return Optional.empty();
    }

    @Override
    public HttpHeaders headers() {
      return HttpHeaders.of(Map.of(), (name, value) -> true);
    }

    @Override
    public Optional<SSLSession> sslSession() {
      return Optional.empty();
    }

    @Override
    public URI uri() {
      return request.uri();
    }

    @Override
    public Version version() {
      return Version.HTTP_1_1;
    }
  }

  @Override
  public Optional<CookieHandler> cookieHandler() {
    return Optional.empty();
  }

  @Override
  public Optional<Duration> connectTimeout() {
    return Optional.empty();
  }

  @Override
  public Redirect followRedirects() {
    return Redirect.NEVER;
  }

  @Override
  public Optional<ProxySelector> proxy() {
    return Optional.empty();
  }

  @Override
  public SSLContext sslContext() {
    throw new IllegalStateException("nothing here is encrypted");
  }

  @Override
  public SSLParameters sslParameters() {
    return new SSLParameters();
  }

  @Override
  public Optional<Authenticator> authenticator() {
    return Optional.empty();
  }

  @Override
  public Version version() {
    return Version.HTTP_1_1;
  }

  @Override
  public Optional<Executor> executor() {
    return Optional.empty();
  }
}
