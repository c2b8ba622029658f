package io.chaoschapters.subjects.ratelimiter.service;

import io.javalin.http.Context;

/**
 * Answers {@code POST /check} with 200 or 429.
 *
 * <p>The headers {@code RateLimit-Limit}, {@code RateLimit-Remaining} and {@code RateLimit-Reset}
 * (seconds) are those of draft-ietf-httpapi-ratelimit-headers-06; {@code Retry-After} is that of
 * RFC 9110, section 10.2.3.
 */
final class CheckEndpoint {
  private static final long RETRY_WITHOUT_STORE_SECONDS = 1;

  private final RateLimiter limiter;
  private final LimiterMetrics metrics;
  private final StoreCalls storeCalls;
  private final Json json;

  CheckEndpoint(RateLimiter limiter, LimiterMetrics metrics, StoreCalls storeCalls, Json json) {
    this.limiter = limiter;
    this.metrics = metrics;
    this.storeCalls = storeCalls;
    this.json = json;
  }

  void check(Context context) {
    long start = System.nanoTime();
    String parameter = context.queryParam("key");
    String key =
        KeyTable.validKey(
            parameter != null
                ? parameter
                : json.read(context, Bodies.Check.class, Bodies.Check.FORM).key());
    if (limiter.asksStore()) {
      context.future(
          () ->
              storeCalls
                  .call(() -> limiter.check(key), () -> limiter.checkWithoutStore(key))
                  .thenAccept(decision -> answer(context, key, decision, start)));
    } else {
      answer(context, key, limiter.check(key), start);
    }
  }

  private void answer(Context context, String key, Decision decision, long startNanos) {
    metrics.checked(key, decision, System.nanoTime() - startNanos);
    long resetSeconds = (decision.resetMillis() + 999) / 1000;
    context.header("RateLimit-Limit", Long.toString(decision.limit()));
    context.header("RateLimit-Remaining", Long.toString(decision.remaining()));
    context.header("RateLimit-Reset", Long.toString(resetSeconds));
    if (!decision.allowed()) {
      long retry =
          decision.reason() == Reason.OVER_LIMIT
              ? Math.max(1, resetSeconds)
              : RETRY_WITHOUT_STORE_SECONDS;
      context.header("Retry-After", Long.toString(retry));
    }
    json.write(
        context,
        decision.allowed() ? 200 : 429,
        new Bodies.Checked(
            decision.allowed(),
            key,
            decision.limit(),
            decision.remaining(),
            decision.windowId(),
            decision.resetMillis(),
            decision.reason()));
  }
}
