package io.chaoschapters.subjects.ratelimiter.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

class RedisStoreTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final long HOUR = 3_600_000;

  private static RedisServerFixture redis;
  private static RedisStore store;

  @BeforeAll
  static void start() {
    redis = RedisServerFixture.start();
    store = new RedisStore(redis.address(TIMEOUT), "n1#1", 8);
  }

  @AfterAll
  static void stop() {
    store.close();
    redis.close();
  }

  @Test
  void checksUpToTheLimit_thenRejectsWithoutCounting() throws StoreUnavailableException {
    Limit limit = new Limit(2, HOUR);
    assertThat(store.check("two", limit).allowed()).isTrue();
    assertThat(store.check("two", limit).count()).isEqualTo(2);
    StrictReply third = store.check("two", limit);
    assertThat(third.allowed()).isFalse();
    assertThat(third.count()).isEqualTo(2);
    assertThat(third.window()).isEqualTo(Window.at(third.nowMillis(), HOUR));
    assertThat(redis.number(counter("two", third.window()))).isEqualTo(2);
  }

  @Test
  void counter_expiresOneRetentionAfterItsWindow() throws StoreUnavailableException {
    Window window = store.check("expiring", new Limit(2, HOUR)).window();
    Window pushed = new Window(HOUR, window.id());
    store.sync(List.of(new SyncItem("pushed", pushed, CountKind.COUNTER, 1)));
    store.sync(List.of(new SyncItem("merged", pushed, CountKind.TOTALS, 1)));
    try (RedisClient client = redis.client()) {
      assertThat(client.pexpireTime(counter("expiring", window))).isEqualTo(window.expiryMillis());
      assertThat(client.pexpireTime(counter("pushed", window))).isEqualTo(window.expiryMillis());
      assertThat(client.pexpireTime(StoreKeys.totals("merged", HOUR, window.id())))
          .isEqualTo(window.expiryMillis());
    }
  }

  @Test
  void scriptsFlushed_checkSendsTheScriptAgain() throws StoreUnavailableException {
    Limit limit = new Limit(5, HOUR);
    store.check("flushed", limit);
    try (RedisClient client = redis.client()) {
      client.scriptFlush("flushed");
    }
    assertThat(store.check("flushed", limit).count()).isEqualTo(2);
  }

  @Test
  void manyThreadsAtOnce_exactlyTheLimitIsAdmitted() {
    Limit limit = new Limit(100, HOUR);
    List<CompletableFuture<Boolean>> checks =
        IntStream.range(0, 300)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> allowed("crowd", limit)))
            .toList();
    assertThat(checks.stream().filter(CompletableFuture::join).count()).isEqualTo(100);
  }

  private static boolean allowed(String key, Limit limit) {
    try {
      return store.check(key, limit).allowed();
    } catch (StoreUnavailableException e) {
      throw new AssertionError("Redis must answer here", e);
    }
  }

  @Test
  void totals_keepTheHighestOfEachNodeAndReturnTheSum() throws StoreUnavailableException {
    Window window = Window.at(System.currentTimeMillis(), HOUR);
    try (RedisStore other = new RedisStore(redis.address(TIMEOUT), "n2#1", 1)) {
      other.sync(List.of(new SyncItem("sum", window, CountKind.TOTALS, 5)));
    }
    assertThat(store.sync(List.of(new SyncItem("sum", window, CountKind.TOTALS, 7))))
        .containsExactly(12L);
    assertThat(store.sync(List.of(new SyncItem("sum", window, CountKind.TOTALS, 3))))
        .as("an older total that arrives late changes nothing")
        .containsExactly(12L);
  }

  @Test
  void severalItems_countsComeInOrder() throws StoreUnavailableException {
    Window window = Window.at(System.currentTimeMillis(), HOUR);
    assertThat(
            store.sync(
                List.of(
                    new SyncItem("a", window, CountKind.COUNTER, 3),
                    new SyncItem("b", window, CountKind.COUNTER, 0),
                    new SyncItem("a", window, CountKind.COUNTER, 4))))
        .containsExactly(3L, 0L, 7L);
  }

  @Test
  void wrongPassword_isUnavailableWithTheStoresWords() {
    StoreAddress wrong = new StoreAddress("127.0.0.1", redis.port(), "wrong", TIMEOUT);
    try (RedisStore refused = new RedisStore(wrong, "n1#1", 1)) {
      assertThatThrownBy(() -> refused.sync(List.of()))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageContaining("WRONGPASS");
    }
  }

  private static String counter(String key, Window window) {
    return StoreKeys.counter(key, window.lengthMillis(), window.id());
  }
}
