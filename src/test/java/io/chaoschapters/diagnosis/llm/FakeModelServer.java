package io.chaoschapters.diagnosis.llm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A local server that plays a list of replies, the last one again and again. */
public final class FakeModelServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final AtomicInteger played = new AtomicInteger();
  private final List<Reply> replies;

  /** What was asked. */
  public record Call(String path, Map<String, List<String>> headers, String body) {}

  /** What to answer; a chunk is flushed before the next one. */
  public record Reply(
      int status, String type, Map<String, String> headers, List<String> chunks, End end) {

    public enum End {
      WELL,
      /** The last chunk is followed by nothing, for as long as the server lives. */
      HANGS,
      /** The connection is closed in the middle of the body. */
      BREAKS
    }

    public static Reply stream(String type, List<String> chunks) {
      return new Reply(200, type, Map.of(), chunks, End.WELL);
    }

    public static Reply error(int status, String body) {
      return new Reply(status, "application/json", Map.of(), List.of(body), End.WELL);
    }

    Reply with(String header, String value) {
      return new Reply(status, type, Map.of(header, value), chunks, end);
    }

    Reply ending(End how) {
      return new Reply(status, type, headers, chunks, how);
    }
  }

  public FakeModelServer(Reply... replies) {
    this.replies = List.of(replies);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException("The fake server cannot listen.", e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public List<Call> calls() {
    return calls;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    calls.add(new Call(exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body));
    Reply reply = replies.get(Math.min(played.getAndIncrement(), replies.size() - 1));
    reply.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
    exchange.getResponseHeaders().add("Content-Type", reply.type());
    try (exchange) {
      exchange.sendResponseHeaders(reply.status(), 0);
      OutputStream out = exchange.getResponseBody();
      for (String chunk : reply.chunks()) {
        out.write(chunk.getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
      switch (reply.end()) {
        case WELL -> out.close();
        case HANGS -> closing.await();
        case BREAKS -> throw new IOException("breaking off on purpose");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
