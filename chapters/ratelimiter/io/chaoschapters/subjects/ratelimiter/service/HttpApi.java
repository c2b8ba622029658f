package io.chaoschapters.subjects.ratelimiter.service;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.time.Duration;

/**
 * The node's HTTP interface.
 *
 * <p>No request thread ever waits for the store: what must is done by {@link StoreCalls}. None
 * waits for a client to take a long answer: those are {@link Views}.
 */
final class HttpApi implements AutoCloseable {
  private static final int LARGEST_BODY = 16 * 1024;

  private final StoreCalls storeCalls;
  private final Views views;
  private final Javalin server;

  /**
   * @param port 0 for any free port
   * @param storeTimeout bounds how long a check may queue for the store
   * @param storeThreads at most so many calls of the store at once
   */
  HttpApi(RateLimiter limiter, String host, int port, Duration storeTimeout, int storeThreads) {
    this.storeCalls = new StoreCalls(storeThreads, storeTimeout);
    Json json = new Json();
    LimiterMetrics metrics = new LimiterMetrics(limiter);
    CheckEndpoint checks = new CheckEndpoint(limiter, metrics, storeCalls, json);
    ClosedDoor door = new ClosedDoor();
    OperatorEndpoints operator = new OperatorEndpoints(limiter, metrics, storeCalls, door, json);
    this.views = new Views(limiter, metrics, door, json);
    RequestDeadline deadline = NodeServer.deadline();
    this.server =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.startupWatcherEnabled = false;
              config.startup.showOldJavalinVersionWarning = false;
              config.jetty.threadPool = NodeServer.threads();
              config.jetty.modifyServer(
                  server -> NodeServer.bound(server, LARGEST_BODY, views, deadline));
              config.jetty.addConnector(
                  (server, http) -> NodeServer.connector(server, http, host, port, deadline));
              config.http.maxRequestSize = LARGEST_BODY;
              route(config, checks, operator);
              config.routes.exception(
                  BadRequestException.class,
                  (e, context) ->
                      json.write(context, 400, new Bodies.Problem(String.valueOf(e.getMessage()))));
            });
  }

  private static void route(
      JavalinConfig config, CheckEndpoint checks, OperatorEndpoints operator) {
    config.routes.post("/check", checks::check);
    config.routes.put("/limits/{key}", operator::putLimit);
    config.routes.put("/mode", operator::putMode);
    config.routes.put("/access", operator::putAccess);
    config.routes.get("/health", operator::getHealth);
    config.routes.post("/reconcile/{key}", operator::reconcile);
  }

  /** Begins to serve and returns the port. */
  int start() {
    return server.start().port();
  }

  @Override
  public void close() {
    server.stop();
    views.close();
    storeCalls.close();
  }
}
