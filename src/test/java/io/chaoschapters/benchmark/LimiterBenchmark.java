package io.chaoschapters.benchmark;

import io.chaoschapters.subjects.ratelimiter.service.BenchmarkedLimiter;
import io.chaoschapters.subjects.ratelimiter.service.LimitMode;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.jedis.Bucket4jJedis;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisURI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.ThreadParams;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;

/**
 * Checks a second of the limiter and of Bucket4j, on the same Redis, without HTTP.
 *
 * <p>Every check is admitted, so that each contender does its full work. {@code shared}: all
 * threads check one key; {@code own}: each thread has a key of its own, so that nobody waits for a
 * rival.
 */
@BenchmarkMode({Mode.Throughput, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(4)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 3)
public class LimiterBenchmark {
  private static final int CONNECTIONS = 4;
  private static final long NEVER_REACHED = 1_000_000_000;
  private static final Duration WINDOW = Duration.ofHours(1);

  /** The name of the system property with the port of Redis. */
  static final String PORT = "benchmark.redis.port";

  /** The name of the system property with the password of Redis. */
  static final String PASSWORD = "benchmark.redis.password";

  private static int port() {
    return Integer.getInteger(PORT);
  }

  private static String password() {
    return System.getProperty(PASSWORD);
  }

  private static BucketConfiguration configuration() {
    return BucketConfiguration.builder()
        .addLimit(limit -> limit.capacity(NEVER_REACHED).refillIntervally(NEVER_REACHED, WINDOW))
        .build();
  }

  private static ExpirationAfterWriteStrategy expiry() {
    return ExpirationAfterWriteStrategy.fixedTimeToLive(WINDOW);
  }

  /** The key that a thread checks. */
  @State(Scope.Thread)
  public static class Key {
    /** Whether the threads share one key. */
    @Param({"shared", "own"})
    public String keys;

    String text;
    byte[] bytes;

    /** Chooses the key. */
    @Setup
    public void choose(ThreadParams thread) {
      text = keys.equals("shared") ? "shared" : "own-" + thread.getThreadIndex();
      bytes = text.getBytes(StandardCharsets.UTF_8);
    }
  }

  /** This limiter in strict mode. */
  @State(Scope.Benchmark)
  public static class Strict {
    BenchmarkedLimiter limiter;

    /** Starts the node. */
    @Setup
    public void start() {
      limiter =
          BenchmarkedLimiter.start(LimitMode.STRICT, "127.0.0.1", port(), password(), CONNECTIONS);
    }

    /** Stops it. */
    @TearDown
    public void stop() {
      limiter.close();
    }
  }

  /** This limiter in batched mode. */
  @State(Scope.Benchmark)
  public static class Batched {
    BenchmarkedLimiter limiter;

    /** Starts the node. */
    @Setup
    public void start() {
      limiter =
          BenchmarkedLimiter.start(LimitMode.BATCHED, "127.0.0.1", port(), password(), CONNECTIONS);
    }

    /** Stops it. */
    @TearDown
    public void stop() {
      limiter.close();
    }
  }

  /** Bucket4j over Jedis, with as many connections. */
  @State(Scope.Benchmark)
  public static class Jedis {
    private RedisClient client;
    ProxyManager<byte[]> manager;

    /** Connects. */
    @Setup
    public void start() {
      ConnectionPoolConfig pool = new ConnectionPoolConfig();
      pool.setMaxTotal(CONNECTIONS);
      pool.setMaxIdle(CONNECTIONS);
      client =
          RedisClient.builder()
              .hostAndPort("127.0.0.1", port())
              .clientConfig(DefaultJedisClientConfig.builder().password(password()).build())
              .poolConfig(pool)
              .build();
      manager = Bucket4jJedis.casBasedBuilder(client).expirationAfterWrite(expiry()).build();
    }

    /** Disconnects. */
    @TearDown
    public void stop() {
      client.close();
    }
  }

  /** Bucket4j over Lettuce, which shares one connection among all threads. */
  @State(Scope.Benchmark)
  public static class Lettuce {
    private io.lettuce.core.RedisClient client;
    ProxyManager<byte[]> manager;

    /** Connects. */
    @Setup
    public void start() {
      client =
          io.lettuce.core.RedisClient.create(
              RedisURI.builder()
                  .withHost("127.0.0.1")
                  .withPort(port())
                  .withPassword(password().toCharArray())
                  .build());
      manager = Bucket4jLettuce.casBasedBuilder(client).expirationAfterWrite(expiry()).build();
    }

    /** Disconnects. */
    @TearDown
    public void stop() {
      client.shutdown();
    }
  }

  /** One atomic script a check. */
  @Benchmark
  public boolean strict(Strict state, Key key) {
    return state.limiter.check(key.text);
  }

  /** Decided in memory, synced twice a second. */
  @Benchmark
  public boolean batched(Batched state, Key key) {
    return state.limiter.check(key.text);
  }

  /** Bucket4j's compare-and-swap over Jedis. */
  @Benchmark
  public boolean bucket4jJedis(Jedis state, Key key) {
    return state.manager.builder().build(key.bytes, LimiterBenchmark::configuration).tryConsume(1);
  }

  /** Bucket4j's compare-and-swap over Lettuce. */
  @Benchmark
  public boolean bucket4jLettuce(Lettuce state, Key key) {
    return state.manager.builder().build(key.bytes, LimiterBenchmark::configuration).tryConsume(1);
  }
}
