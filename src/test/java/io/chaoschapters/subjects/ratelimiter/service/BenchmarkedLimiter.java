package io.chaoschapters.subjects.ratelimiter.service;

import java.time.Clock;
import java.time.Duration;

/** One node without HTTP, and a real Redis, for benchmarks in other packages. */
public final class BenchmarkedLimiter implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final RateLimiter limiter;

  private BenchmarkedLimiter(RateLimiter limiter) {
    this.limiter = limiter;
  }

  /** A node with a limit that is never reached. */
  public static BenchmarkedLimiter start(
      LimitMode mode, String host, int port, String password, int connections) {
    StoreAddress address = new StoreAddress(host, port, password, TIMEOUT);
    RateLimiter limiter =
        new RateLimiter(
            "bench",
            "1",
            new RedisStore(address, "bench#1", connections),
            new NodeSettings(mode, SyncPolicy.RESEND, FailMode.OPEN, Duration.ofMillis(500)),
            new Limit(Limit.MAX, 3_600_000),
            100,
            Clock.systemUTC());
    limiter.start();
    return new BenchmarkedLimiter(limiter);
  }

  /** One check. */
  public boolean check(String key) {
    return limiter.check(key).allowed();
  }

  @Override
  public void close() {
    limiter.close();
  }

  /** A redis-server of its own, stopped by closing it. */
  public static final class Redis implements AutoCloseable {
    private final RedisServerFixture server = RedisServerFixture.start();

    /** The port on the loopback address. */
    public int port() {
      return server.port();
    }

    /** The password. */
    public String password() {
      return RedisServerFixture.password();
    }

    @Override
    public void close() {
      server.close();
    }
  }
}
