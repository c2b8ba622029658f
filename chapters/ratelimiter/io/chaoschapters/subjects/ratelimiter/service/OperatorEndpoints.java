package io.chaoschapters.subjects.ratelimiter.service;

import io.chaoschapters.text.RootLocale;
import io.javalin.http.Context;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an operator sets on a node; {@link Views} is what is looked at. Only {@code reconcile} talks
 * to the store.
 */
final class OperatorEndpoints {
  private static final Logger LOG = LoggerFactory.getLogger("ratelimiter.node");

  private final RateLimiter limiter;
  private final LimiterMetrics metrics;
  private final StoreCalls storeCalls;
  private final Json json;
  private final ClosedDoor door;

  OperatorEndpoints(
      RateLimiter limiter,
      LimiterMetrics metrics,
      StoreCalls storeCalls,
      ClosedDoor door,
      Json json) {
    this.limiter = limiter;
    this.metrics = metrics;
    this.storeCalls = storeCalls;
    this.door = door;
    this.json = json;
  }

  void putLimit(Context context) {
    Limit limit = json.read(context, Bodies.NewLimit.class, Bodies.NewLimit.FORM).toLimit();
    TrackedKey key = limiter.limit(context.pathParam("key"), limit);
    metrics.keyLimited(key);
    json.write(context, 200, Bodies.KeyLimit.of(key));
  }

  void putMode(Context context) {
    NodeSettings next =
        json.read(context, Bodies.NewMode.class, Bodies.NewMode.FORM).over(limiter.settings());
    limiter.change(next);
    LOG.info("mode set: {}", next);
    json.write(context, 200, Bodies.Mode.of(next));
  }

  void getHealth(Context context) {
    Boolean store = limiter.health().storeUp();
    json.write(
        context,
        200,
        new Bodies.Health("up", limiter.node(), store == null ? "unknown" : store ? "up" : "down"));
  }

  /** What the node tells of itself is told to nobody for a while; it goes on checking. */
  void putAccess(Context context) {
    Duration closedFor =
        json.read(context, Bodies.Access.class, Bodies.Access.FORM).closedForDuration();
    door.closeFor(closedFor);
    LOG.info("operators are let in again in {} ms", closedFor.toMillis());
    json.write(context, 200, new Bodies.Closed(closedFor.toMillis()));
  }

  void reconcile(Context context) {
    String key = context.pathParam("key");
    long count = json.read(context, Bodies.Reconcile.class, Bodies.Reconcile.FORM).acknowledged();
    context.future(
        () ->
            storeCalls
                .call(
                    () -> setCounter(key, count),
                    () -> Answer.problem(503, "Too many calls wait for the store; try again."))
                .thenAccept(answer -> json.write(context, answer.status(), answer.body())));
  }

  private record Answer(int status, Object body) {
    static Answer problem(int status, String sentence) {
      return new Answer(status, new Bodies.Problem(sentence));
    }
  }

  private Answer setCounter(String key, long count) {
    try {
      Window window = limiter.reconcile(key, count);
      LOG.info("counter of key {} set to {} by an operator", key, count);
      return new Answer(200, new Bodies.Reconciled(key, window.lengthMillis(), window.id(), count));
    } catch (BadRequestException e) {
      return Answer.problem(409, e.getMessage());
    } catch (StoreUnavailableException e) {
      return Answer.problem(
          503, RootLocale.format("The store did not confirm (%s); try again.", e.getMessage()));
    }
  }
}
