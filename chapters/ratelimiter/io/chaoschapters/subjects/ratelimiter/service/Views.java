package io.chaoschapters.subjects.ratelimiter.service;

import io.chaoschapters.waiting.DaemonThreads;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers what an operator looks at: {@code GET /state}, {@code /metrics} and {@code /limits}.
 *
 * <p>These answers are long. A servlet holds a thread until the client has taken one, and a
 * connection with many such requests holds it for all of them in a row, so they are answered before
 * the servlets are reached.
 */
final class Views extends Handler.Wrapper implements AutoCloseable {
  /** Fewer than there are processors in a show, or a check would wait until looks are done. */
  private static final int THREADS = 2;

  /** A quarter of the heap that a node has in a show. */
  private static final long ROOM = 24L << 20;

  private static final String JSON = "application/json";
  private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";

  /**
   * @param body told when it was asked for
   */
  private record View(boolean behindDoor, String type, LongFunction<Pieces> body) {}

  private final RateLimiter limiter;
  private final ClosedDoor door;
  private final Json json;
  private final Map<String, View> views;
  private final AnswerRoom room = new AnswerRoom(ROOM);

  /** Its queue has no bound of its own: a connection has at most one request in it. */
  private final ThreadPoolExecutor turns =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          10,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          DaemonThreads.named("view"));

  /**
   * @param door while it is closed, only limits are shown
   */
  Views(RateLimiter limiter, LimiterMetrics metrics, ClosedDoor door, Json json) {
    this.limiter = limiter;
    this.door = door;
    this.json = json;
    SharedBytes scrapes = new SharedBytes(metrics::scrape);
    this.views =
        Map.of(
            "/state", new View(true, JSON, asked -> state()),
            "/metrics", new View(true, METRICS, asked -> Pieces.of(scrapes.since(asked))),
            "/limits", new View(false, JSON, asked -> limits()));
    turns.allowCoreThreadTimeOut(true);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = Request.getPathInContext(request);
    View view =
        views.get(path.length() > 1 && path.endsWith("/") ? path.replaceAll("/+$", "") : path);
    if (view == null || !isLook(request)) {
      return super.handle(request, response, callback);
    }
    if (view.behindDoor() && door.isClosed()) {
      view = new View(true, JSON, asked -> notLetIn());
      response.setStatus(403);
    }
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, view.type());
    long asked = System.nanoTime();
    LongFunction<Pieces> body = view.body();
    new AnswerInPieces(turns, room, () -> body.apply(asked), response, callback).queue();
    return true;
  }

  private static boolean isLook(Request request) {
    return HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
  }

  private Pieces notLetIn() {
    return Pieces.of(json.bytes(new Bodies.Problem("Operators are not let in at the moment.")));
  }

  private Pieces state() {
    return new JsonPieces(json, limiter.stateWithoutKeys(), "keys", limiter.keyStates().iterator());
  }

  private Pieces limits() {
    Limit other = limiter.defaultLimit();
    Iterator<Bodies.KeyLimit> limits =
        limiter.explicitKeys().stream()
            .sorted(Comparator.comparing(TrackedKey::key))
            .map(Bodies.KeyLimit::of)
            .iterator();
    return new JsonPieces(
        json, new Bodies.Limits(List.of(), other.limit(), other.windowMillis()), "limits", limits);
  }

  @Override
  public void close() {
    turns.shutdownNow();
  }
}
