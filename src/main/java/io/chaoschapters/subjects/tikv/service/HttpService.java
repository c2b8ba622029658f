package io.chaoschapters.subjects.tikv.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A few paths on a port. It is the JDK's own server because four of these programs start together
 * on two cores: it is there in milliseconds and needs no memory to speak of.
 */
final class HttpService implements AutoCloseable {
  private static final int THREADS = 4;
  private static final int LARGEST_BODY = 1 << 20;
  private static final Logger LOG = LoggerFactory.getLogger("tikv.http");

  /** An answer. */
  record Answer(int status, String contentType, byte[] body) {
    static Answer json(int status, Object value) {
      return new Answer(status, "application/json; charset=UTF-8", Json.write(value));
    }

    static Answer text(String text) {
      return new Answer(200, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Answers one path. */
  @FunctionalInterface
  interface Endpoint {
    /**
     * Answers a request.
     *
     * @param argument the part of the path that the route leaves open, or an empty text
     * @param body what was sent
     */
    Answer answer(String argument, byte[] body) throws IOException;
  }

  private record Route(String method, Pattern path, Endpoint endpoint) {}

  private final List<Route> routes = new ArrayList<>();
  private final Access access = new Access();
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final HttpServer server;

  HttpService(String host, int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(host, port), 64);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    route("PUT", Access.PATH, (argument, body) -> access.close(body));
  }

  /** Adds a path; a {@code *} in it stands for one open part. All are added before the start. */
  HttpService route(String method, String path, Endpoint endpoint) {
    String pattern = Pattern.quote(path).replace("*", "\\E([^/]+)\\Q");
    routes.add(new Route(method, Pattern.compile(pattern), endpoint));
    return this;
  }

  int start() {
    server.start();
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer = answer(exchange);
      exchange.getResponseHeaders().set("Content-Type", answer.contentType());
      exchange.sendResponseHeaders(
          answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
      exchange.getResponseBody().write(answer.body());
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (exchange.getRequestMethod().equals("GET") && access.isClosed()) {
      return Access.refusal();
    }
    for (Route route : routes) {
      Matcher matcher = route.path().matcher(path);
      if (route.method().equals(exchange.getRequestMethod()) && matcher.matches()) {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
          return Answer.json(
              413, RootLocale.format("The body is larger than %d bytes.", LARGEST_BODY));
        }
        return answer(route, matcher.groupCount() == 0 ? "" : matcher.group(1), body);
      }
    }
    return Answer.json(404, "404 page not found");
  }

  private static Answer answer(Route route, String argument, byte[] body) throws IOException {
    try {
      return route.endpoint().answer(argument, body);
    } catch (JsonProcessingException e) {
      return Answer.json(400, "The body is not the JSON that is expected: " + e.getMessage());
    } catch (RuntimeException e) {
      LOG.warn("{} {} failed", route.method(), route.path(), e);
      return Answer.json(500, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
