package io.chaoschapters.chapters.ratelimiter;

import static io.chaoschapters.ChaosAssertions.assertThat;
import static io.chaoschapters.ChaosAssertions.within;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.notNullValue;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.diagnosis.Diagnostician;
import io.chaoschapters.junit.Laboratory;
import io.chaoschapters.monitor.Monitor;
import io.chaoschapters.monitor.Violation;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.subjects.ratelimiter.RateLimiterCluster;

/** A rate limiter that lets too much through, and one that forgets what it let through. */
@ChaosDemo(subject = "ratelimiter")
class RateLimiterChapters {
  private static final int LIMIT = 100;
  private static final int NODES = 3;

  @Chapter(
      order = 1,
      title = "Three nodes, one limit",
      setup = true,
      autoAdvance = true,
      narration =
          """
          Three nodes answer one question: may this request pass?
          They share one Redis, and one limit: 100 requests in a window.
          Ask any of them, and the answer carries the limit.""",
      notes = "Point at the three green nodes and the store. Nothing is broken yet.")
  void meetTheCluster(RateLimiterCluster cluster) {
    for (Endpoint node : cluster.nodeEndpoints()) {
      given().baseUri(node.http("").toString()).when().get("/health").then().statusCode(200);
      given()
          .baseUri(node.http("").toString())
          .queryParam("key", "hello")
          .when()
          .post("/check")
          .then()
          .statusCode(200)
          .header("RateLimit-Limit", notNullValue());
    }
    assertThat(cluster.check(10 * NODES)).isEqualTo(10 * NODES);
  }

  @Chapter(
      order = 2,
      title = "Control: traffic within the limit",
      autoAdvance = true,
      narration =
          """
          Seventy-five requests in three seconds, limit one hundred.
          Nothing should happen, and the AI should say that nothing did.
          A diagnosis that cannot say "all is well" is worth nothing.""",
      notes = "The first control. Say that the AI is asked here exactly as it is later.")
  @Experiment("load-within-limit")
  void trafficWithinTheLimitPasses(Monitor monitor, Diagnostician ai) {
    assertThat(monitor).staysWithinBounds();
    assertThat(ai.diagnose()).findsNoAnomaly();
  }

  @Chapter(
      order = 3,
      title = "Control: twice the limit, strictly counted",
      autoAdvance = true,
      narration =
          """
          Two hundred requests in one breath. Each check asks Redis.
          Exactly one hundred pass, one hundred are turned away.
          Slower, but right: this is what the next chapter is compared with.""",
      notes = "Same burst as in the next chapter; only the way of counting differs.")
  @Experiment("burst-strict")
  void strictCountingHoldsTheLimit(RateLimiterCluster cluster, Monitor monitor, Diagnostician ai) {
    assertThat(monitor).staysWithinBounds();
    // Exactly the limit; less only by checks that a busy machine could not ask the store about.
    long uncounted = cluster.uncounted().orElseThrow();
    assertThat(cluster.admitted().orElseThrow()).isBetween(LIMIT - uncounted, (long) LIMIT);
    assertThat(ai.diagnose()).findsNoAnomaly();
  }

  @Chapter(
      order = 4,
      title = "Twice the limit in one breath",
      narration =
          """
          The same two hundred requests. Now each node counts by itself
          and tells Redis every two seconds, as fast gateways do.
          Each node sees 67 requests and a limit of 100. Each says: fine.
          Two hundred pass. Nobody has seen a single rejection.""",
      notes = "Admitted = g + min(B, n (L - g)) = 200. Ask the audience who got a 429.")
  @Experiment("burst-batched")
  void aBurstSlipsThrough(RateLimiterCluster cluster, Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("admitted-within-limit");
    assertThat(ai.diagnose()).names("ghost allowing");
    cluster.awaitQuiet();
    // admitted = g + min(B, n (L - g)) with g = 0, B = 2 L, n = 3
    assertThat(cluster.admitted()).hasValue(Math.min(2 * LIMIT, NODES * LIMIT));
  }

  @Chapter(
      order = 5,
      title = "The cause: how long a node counts alone",
      narration =
          """
          If counting alone is the cause, counting alone for less time
          must let less through. The same traffic twice:
          nodes that synchronise every second, then ten times as often.
          The formula says 44 too many, then 4.""",
      notes = "Excess is about R (n - 1) / n times the sync interval.")
  void aShorterSyncIntervalShrinksTheExcess(RateLimiterCluster cluster, Laboratory laboratory) {
    long slow = laboratory.perform("overload-slow-sync", monitor -> excess(cluster));
    long fast = laboratory.perform("overload-fast-sync", monitor -> excess(cluster));
    double rate = 66;
    // A sync may be nearly due or just done when the limit is reached: one interval either way.
    assertThat((double) slow).isCloseTo(rate * 2 / 3 * 1.0, within(rate * 2 / 3));
    assertThat((double) fast).isCloseTo(rate * 2 / 3 * 0.1, within(rate * 2 / 3 * 0.3));
    assertThat(fast).isLessThan(slow);
  }

  private static long excess(RateLimiterCluster cluster) {
    cluster.awaitQuiet();
    return cluster.admitted().orElseThrow() - LIMIT;
  }

  @Chapter(
      order = 6,
      title = "Control: busy and healthy",
      autoAdvance = true,
      narration =
          """
          Twice the traffic, counted in batches, far below the limit.
          Nodes run ahead of Redis and catch up every half second.
          Running ahead is not drifting apart: no alarm is right.""",
      notes = "This separates ordinary sync lag from the drift that comes next.")
  @Experiment("busy-and-healthy")
  void ordinaryLagIsNoAlarm(Monitor monitor, Diagnostician ai) {
    assertThat(monitor).staysWithinBounds();
    assertThat(monitor).keeps("counts-agree");
    assertThat(ai.diagnose()).findsNoAnomaly();
  }

  @Chapter(
      order = 7,
      title = "Redis falls asleep for five seconds",
      narration =
          """
          Redis stops answering. The nodes go on admitting: they are fast
          because they do not ask. Every sync that fails is forgotten.
          Redis wakes up and all lights are green again. Are they?
          The shared count has lost what was admitted meanwhile.""",
      notes = "DEBUG SLEEP: what was in the sockets is still executed when Redis wakes.")
  @Experiment("redis-asleep-drop")
  void asleepRedisLosesCount(Monitor monitor, Diagnostician ai) {
    Violation drift = monitor.awaitViolation("counts-agree");
    assertThat(ai.diagnose()).names("counter drift");
    assertThat(drift.measured()).isNegative();
  }

  @Chapter(
      order = 8,
      title = "Redis pauses its clients for five seconds",
      narration =
          """
          Another way to be away: Redis lives but answers nobody.
          What clients gave up on is discarded, not executed late.
          The same traffic and the same five seconds: a larger loss.""",
      notes = "CLIENT PAUSE ALL. Compare the number with the chapter before.")
  @Experiment("redis-paused-drop")
  void pausedRedisLosesMore(Monitor monitor, Diagnostician ai) {
    Violation drift = monitor.awaitViolation("counts-agree");
    assertThat(ai.diagnose()).names("counter drift");
    assertThat(drift.measured()).isNegative();
  }

  @Chapter(
      order = 9,
      title = "The cure: totals instead of deltas",
      narration =
          """
          The same sleep as before. But now each node reports its total,
          not what was added, and Redis keeps the highest it has heard.
          A report that is lost is made good by the next one;
          one that comes twice changes nothing. Nothing is lost.""",
      notes = "A grow-only counter, one of the simplest CRDTs.")
  @Experiment("redis-asleep-idempotent")
  void totalsSurviveTheSameSleep(Monitor monitor, Diagnostician ai) {
    assertThat(monitor).keeps("counts-agree");
    assertThat(ai.diagnose()).findsNoAnomaly();
  }
}
