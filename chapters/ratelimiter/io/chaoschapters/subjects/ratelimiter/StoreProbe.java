package io.chaoschapters.subjects.ratelimiter;

import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subjects.ratelimiter.service.StoreKeys;
import java.time.Duration;
import java.util.function.Function;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Looks at the store from outside, on a new connection each time, so that what it sees does not
 * depend on the nodes' connections.
 */
final class StoreProbe {
  private static final int TIMEOUT_MILLIS = 250;

  /** One that is sent right after an answer meets whatever makes everybody wait. */
  private static final int PINGS = 2;

  private final HostAndPort address;
  private final String password;

  StoreProbe(Endpoint store, String password) {
    this.address = new HostAndPort(store.host(), store.port());
    this.password = password;
  }

  /** Whether the store answers a PING, and how it does not. */
  Health ping() {
    return ask(
        store -> {
          store.ping();
          return Health.SERVING;
        });
  }

  /** Runs something against the store, or tells how it failed. */
  private Health ask(Function<Jedis, Health> question) {
    try (Jedis store = connect(Duration.ofMillis(TIMEOUT_MILLIS))) {
      return question.apply(store);
    } catch (JedisConnectionException e) {
      return Health.after(e);
    } catch (JedisException e) {
      return Health.DEGRADED;
    }
  }

  /** Reads the shared count of a key in its present window; a key that is not there counts 0. */
  StoreReading count(RateLimiterCluster.Setting setting) {
    long length = setting.key().window().toMillis();
    long window = Math.floorDiv(System.currentTimeMillis(), length);
    long[] count = new long[1];
    long[] nanos = new long[1];
    Health health =
        ask(
            store -> {
              nanos[0] = timed(() -> count[0] = read(store, setting, length, window));
              for (int i = 0; i < PINGS; i++) {
                nanos[0] = Math.max(nanos[0], timed(store::ping));
              }
              return Health.SERVING;
            });
    return health == Health.SERVING
        ? new StoreReading(health, count[0], nanos[0] / 1e9)
        : new StoreReading(health, null, null);
  }

  private static long timed(Runnable exchange) {
    long begun = System.nanoTime();
    exchange.run();
    return System.nanoTime() - begun;
  }

  private static long read(
      Jedis store, RateLimiterCluster.Setting setting, long length, long window) {
    String key = setting.key().name();
    if (setting.configuration().isIdempotent()) {
      return store.hvals(StoreKeys.totals(key, length, window)).stream()
          .mapToLong(Long::parseLong)
          .sum();
    }
    String text = store.get(StoreKeys.counter(key, length, window));
    return text == null ? 0 : Long.parseLong(text);
  }

  /** A connection of its own with a time-out for each answer; the caller closes it. */
  Jedis connect(Duration timeout) {
    JedisClientConfig config =
        DefaultJedisClientConfig.builder()
            .connectionTimeoutMillis(TIMEOUT_MILLIS)
            .socketTimeoutMillis((int) timeout.toMillis())
            .password(password)
            // Redis 7 is asked for nothing that RESP2 does not have.
            .autoNegotiateProtocol(false)
            .build();
    return new Jedis(address, config);
  }
}
