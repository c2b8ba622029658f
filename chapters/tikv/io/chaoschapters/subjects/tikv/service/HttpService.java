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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A few paths on a port. It is the JDK's own server because four of these programs start together
 * on two cores: it is there in milliseconds and needs no memory to speak of.
 */
public final class HttpService implements AutoCloseable {
  private static final int THREADS = 8;
  private static final int LARGEST_BODY = 1 << 20;
  private static final ServerLog LOG = new ServerLog();

  /**
   * An answer.
   *
   * @param contentType an empty text for none
   */
  public record Answer(int status, String contentType, byte[] body) {
    private static final String JSON = "application/json; charset=UTF-8";

    /** Indented JSON, as PD answers nearly everywhere. */
    public static Answer json(int status, Object value) {
      return new Answer(status, JSON, GoJson.indented(value));
    }

    /** The JSON value {@code null}. */
    public static Answer jsonNull(int status) {
      return new Answer(status, JSON, "null\n".getBytes(StandardCharsets.UTF_8));
    }

    /** A text. */
    public static Answer text(int status, String contentType, String text) {
      return new Answer(status, contentType, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Answers one path. */
  @FunctionalInterface
  public interface Endpoint {
    /**
     * Answers a request.
     *
     * @param argument the part of the path that the route leaves open, or an empty text
     * @param body what was sent
     */
    Answer answer(String argument, byte[] body) throws IOException;
  }

  private record Route(String method, Pattern path, Endpoint endpoint) {}

  /** Answers in place of all paths, as long as it has an answer. */
  @FunctionalInterface
  public interface Gate {
    /** What to answer to a path, or empty to let it pass. */
    Optional<Answer> refusal(String path);
  }

  private final List<Route> routes = new ArrayList<>();
  private final Access access = new Access();
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final Map<String, String> headers;
  private final Answer notFound;
  private final HttpServer server;
  private Gate gate = path -> Optional.empty();

  /**
   * Takes a port; nothing is answered before {@link #start}.
   *
   * @param port 0 for any that is free
   * @param headers sent with every answer
   * @param notFound what is answered to a path that there is not
   */
  public HttpService(String host, int port, Map<String, String> headers, Answer notFound)
      throws IOException {
    this.headers = Map.copyOf(headers);
    this.notFound = notFound;
    server = HttpServer.create(new InetSocketAddress(host, port), 64);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    route("PUT", Access.PATH, (argument, body) -> access.close(body));
  }

  /** Adds a path; a {@code *} in it stands for one open part. All are added before the start. */
  public HttpService route(String method, String path, Endpoint endpoint) {
    String pattern = Pattern.quote(path).replace("*", "\\E([^/]+)\\Q");
    routes.add(new Route(method, Pattern.compile(pattern), endpoint));
    return this;
  }

  /** Asks this first. Set before the start. */
  public HttpService behind(Gate first) {
    gate = first;
    return this;
  }

  /** Begins to answer, and returns the port. */
  public int start() {
    server.start();
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer = answer(exchange);
      headers.forEach(exchange.getResponseHeaders()::set);
      if (!answer.contentType().isEmpty()) {
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
      }
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
    Optional<Answer> refusal = gate.refusal(path);
    if (refusal.isPresent()) {
      return refusal.get();
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
    return notFound;
  }

  private static Answer answer(Route route, String argument, byte[] body) throws IOException {
    try {
      return route.endpoint().answer(argument, body);
    } catch (JsonProcessingException e) {
      return Answer.json(400, "The body is not the JSON that is expected: " + e.getMessage());
    } catch (RuntimeException e) {
      LOG.warn("http", "a request failed", "path", route.path(), "err", e);
      return Answer.json(500, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
