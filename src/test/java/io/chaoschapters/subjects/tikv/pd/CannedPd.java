package io.chaoschapters.subjects.tikv.pd;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A server that gives prepared answers on PD's paths, and remembers what it was asked. */
public final class CannedPd implements AutoCloseable {
  private record Canned(int status, byte[] body) {}

  private static final Deque<Canned> NOTHING =
      new ArrayDeque<>(List.of(new Canned(404, new byte[0])));

  private final Map<String, Deque<Canned>> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final HttpServer server;

  public CannedPd() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(task -> new Thread(task, "canned-pd").start());
    server.createContext("/pd/api/v1/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath().substring("/pd/api/v1/".length());
      String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      asked.add(exchange.getRequestMethod() + " " + path + (sent.isEmpty() ? "" : " " + sent));
      Canned answer = next(path);
      if (answer.status() == 0) {
        awaitClose();
        return;
      }
      exchange.sendResponseHeaders(
          answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
      exchange.getResponseBody().write(answer.body());
    }
  }

  private synchronized Canned next(String path) {
    Deque<Canned> left = answers.getOrDefault(path, NOTHING);
    return left.size() > 1 ? left.remove() : left.element();
  }

  private void awaitClose() {
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public CannedPd answers(String path, int status, String body) {
    return inTurn(path, status, body);
  }

  /** Answers with one after the other, and with the last one from then on. */
  public CannedPd inTurn(String path, int status, String... bodies) {
    Deque<Canned> all = new ArrayDeque<>();
    for (String body : bodies) {
      all.add(new Canned(status, body.getBytes(StandardCharsets.UTF_8)));
    }
    answers.put(path, all);
    return this;
  }

  /** Never answers on this path. */
  public CannedPd isMuteOn(String path) {
    return answers(path, 0, "");
  }

  /** Answers with what a real PD answered, from the test resources. */
  public CannedPd recorded(String path, int status, String resource) {
    try (InputStream in =
        Objects.requireNonNull(CannedPd.class.getResourceAsStream("/pd/" + resource), resource)) {
      answers.put(path, new ArrayDeque<>(List.of(new Canned(status, in.readAllBytes()))));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<String> asked() {
    return asked;
  }

  public PdClient client(Duration timeout) {
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new PdClient(HttpClient.newHttpClient(), uri, timeout);
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
  }
}
