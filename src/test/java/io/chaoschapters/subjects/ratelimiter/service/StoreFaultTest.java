package io.chaoschapters.subjects.ratelimiter.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Redis stops answering for two seconds while three nodes serve 60 checks a second.
 *
 * <p>The residual C + P - A tells what a policy loses or counts twice. After DEBUG SLEEP Redis
 * carries out what clients gave up on; after CLIENT PAUSE it sees that they are gone.
 */
class StoreFaultTest {
  private static final Duration FAULT = Duration.ofSeconds(2);

  /** A machine that held the clients up catches up after the fault: of so many, one was in it. */
  private static final int LATE_REQUESTS = 4;

  private static final long HOUR = 3_600_000;

  private static RedisServerFixture redis;

  /** How Redis is made to fall silent. */
  enum Silence {
    DEBUG_SLEEP,
    CLIENT_PAUSE;

    void begin() {
      if (this == DEBUG_SLEEP) {
        redis.debugSleep(FAULT);
      } else {
        redis.clientPause(FAULT).join();
      }
    }
  }

  @BeforeAll
  static void start() {
    redis = RedisServerFixture.start();
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  @ParameterizedTest
  @EnumSource
  void drop_countFallsBehindByWhatWasAdmittedMeanwhile(Silence silence) {
    Outcome outcome = run(silence, LimitMode.BATCHED, SyncPolicy.DROP);
    assertThat(outcome.residual()).isNegative();
    assertThat(outcome.residual())
        .isBetween(-outcome.meanwhile() - 15, -outcome.meanwhile() / LATE_REQUESTS);
    assertThat(outcome.discarded()).isGreaterThanOrEqualTo(-outcome.residual());
  }

  @Test
  void resendAfterDebugSleep_hitsThatRedisCarriedOutLateAreCountedTwice() {
    Outcome outcome = run(Silence.DEBUG_SLEEP, LimitMode.BATCHED, SyncPolicy.RESEND);
    assertThat(outcome.residual()).isBetween(1L, outcome.meanwhile());
  }

  @Test
  void resendAfterClientPause_nothingIsLostOrCountedTwice() {
    assertThat(run(Silence.CLIENT_PAUSE, LimitMode.BATCHED, SyncPolicy.RESEND).residual()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void idempotent_nothingIsLostOrCountedTwice(Silence silence) {
    assertThat(run(silence, LimitMode.BATCHED, SyncPolicy.IDEMPOTENT).residual()).isZero();
  }

  @Test
  void strictOpen_countFallsBehindByWhatWasAdmittedMeanwhile() {
    Outcome outcome = run(Silence.DEBUG_SLEEP, LimitMode.STRICT, SyncPolicy.DROP);
    assertThat(outcome.residual()).isBetween(-outcome.meanwhile() - 15, -1L);
  }

  /**
   * @param residual C + P - A
   * @param meanwhile hits admitted from the begin of the fault to recovery
   */
  private record Outcome(long residual, long meanwhile, long discarded) {}

  private static Outcome run(Silence silence, LimitMode mode, SyncPolicy policy) {
    String key = silence + "-" + mode + "-" + policy;
    NodeSettings settings = new NodeSettings(mode, policy, FailMode.OPEN, Duration.ofMillis(250));
    List<RateLimiter> nodes = IntStream.range(0, 3).mapToObj(i -> node("n" + i, settings)).toList();
    ScheduledExecutorService clients = Executors.newScheduledThreadPool(nodes.size());
    try {
      nodes.forEach(RateLimiter::start);
      nodes.forEach(
          node -> clients.scheduleAtFixedRate(() -> node.check(key), 0, 50, TimeUnit.MILLISECONDS));
      await("every node has read a count", () -> nodes.stream().allMatch(n -> knowsCount(n, key)));
      long before = admitted(nodes, key);
      silence.begin();
      await("the store is missed", () -> nodes.stream().noneMatch(n -> isUp(n)));
      await("the store is back", () -> nodes.stream().allMatch(n -> isUp(n)));
      long meanwhile = admitted(nodes, key) - before;
      clients.shutdownNow();
      await(
          "all is synced",
          () -> clients.isTerminated() && nodes.stream().allMatch(n -> settled(n, key)));
      return new Outcome(residual(nodes, key, settings), meanwhile, discarded(nodes));
    } finally {
      clients.shutdownNow();
      CompletableFuture.allOf(
              nodes.stream()
                  .map(node -> CompletableFuture.runAsync(node::close))
                  .toArray(CompletableFuture[]::new))
          .join();
    }
  }

  private static RateLimiter node(String name, NodeSettings settings) {
    return new RateLimiter(
        name,
        "1",
        new RedisStore(redis.address(Duration.ofMillis(150)), name + "#1", 4),
        settings,
        new Limit(1_000_000, HOUR),
        100,
        Clock.systemUTC());
  }

  private static void await(String what, Supplier<Boolean> condition) {
    Wait.atMost(what, Duration.ofSeconds(15))
        .until(() -> condition.get() ? Progress.reached() : Progress.notYet("not yet"));
  }

  private static boolean isUp(RateLimiter node) {
    return Boolean.TRUE.equals(node.health().storeUp());
  }

  private static boolean knowsCount(RateLimiter node, String key) {
    return node.keyStates()
        .anyMatch(state -> state.key().equals(key) && state.globalCount() != null);
  }

  private static boolean settled(RateLimiter node, String key) {
    KeyState state = state(node, key);
    return state.requestsSinceSync() == 0 && state.pending() == 0;
  }

  private static KeyState state(RateLimiter node, String key) {
    return node.keyStates().filter(state -> state.key().equals(key)).findFirst().orElseThrow();
  }

  private static long admitted(List<RateLimiter> nodes, String key) {
    return nodes.stream().mapToLong(node -> state(node, key).admitted()).sum();
  }

  private static long discarded(List<RateLimiter> nodes) {
    return nodes.stream().mapToLong(node -> node.health().discarded()).sum();
  }

  private static long residual(List<RateLimiter> nodes, String key, NodeSettings settings) {
    KeyState any = state(nodes.get(0), key);
    long count =
        settings.countKind() == CountKind.TOTALS
            ? redis.sumOfHash(StoreKeys.totals(key, any.windowMillis(), any.windowId()))
            : redis.number(StoreKeys.counter(key, any.windowMillis(), any.windowId()));
    long pending = nodes.stream().mapToLong(node -> state(node, key).pending()).sum();
    return count + pending - admitted(nodes, key);
  }
}
