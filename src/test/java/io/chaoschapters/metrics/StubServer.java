package io.chaoschapters.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A local HTTP server whose answer a test can change; it remembers what it was asked. */
final class StubServer implements AutoCloseable {

  /** What to answer, and where to stop answering for good. */
  record Reply(
      int status,
      byte[] body,
      Map<String, String> headers,
      boolean hangsBeforeHead,
      boolean hangsInBody) {

    static Reply of(int status, String body) {
      return of(status, body.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    static Reply of(int status, byte[] body, Map<String, String> headers) {
      return new Reply(status, body, headers, false, false);
    }

    static Reply ok(String body) {
      return of(200, body);
    }

    static Reply never() {
      return new Reply(200, new byte[0], Map.of(), true, false);
    }

    static Reply halfOf(String body) {
      return new Reply(200, body.getBytes(StandardCharsets.UTF_8), Map.of(), false, true);
    }
  }

  /** What was asked. */
  record Call(URI uri, String userAgent, Map<String, String> headers) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private volatile Function<Call, Reply> script;

  StubServer(Function<Call, Reply> script) {
    this.script = script;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException("The stub server cannot listen.", e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  static StubServer replying(Reply reply) {
    return new StubServer(call -> reply);
  }

  void nowReplies(Reply reply) {
    nowReplies(call -> reply);
  }

  void nowReplies(Function<Call, Reply> replies) {
    script = replies;
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  URI metricsUri() {
    return uri().resolve("/metrics");
  }

  List<Call> calls() {
    return calls;
  }

  private void handle(HttpExchange exchange) throws IOException {
    var call =
        new Call(
            exchange.getRequestURI(),
            String.valueOf(exchange.getRequestHeaders().getFirst("User-Agent")),
            exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> header.getValue().get(0))));
    calls.add(call);
    var reply = script.apply(call);
    try (exchange) {
      if (reply.hangsBeforeHead()) {
        closing.await();
        return;
      }
      var body = reply.body();
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(
          reply.status(),
          reply.hangsInBody() ? 2L * body.length : body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
      exchange.getResponseBody().flush();
      if (reply.hangsInBody()) {
        closing.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop();
  }

  /** Refuses connections from now on. */
  void stop() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
