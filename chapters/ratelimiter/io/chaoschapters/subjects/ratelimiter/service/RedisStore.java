package io.chaoschapters.subjects.ratelimiter.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisNoScriptException;
import redis.clients.jedis.params.SetParams;

/**
 * The shared store in Redis 5 or newer.
 *
 * <p>Checks use a pool; syncs use a connection of their own, so that what a sync leaves in flight
 * does not depend on the pool. No call is repeated here: whether a call that timed out was carried
 * out is not known. Connections are made when first needed, so Redis may be down at the start.
 */
final class RedisStore implements SharedStore {
  private static final String RETENTION = Long.toString(StoreKeys.RETENTION_MILLIS);

  private final LuaScript check = LuaScript.load("check.lua");
  private final LuaScript push = LuaScript.load("push.lua");
  private final LuaScript merge = LuaScript.load("merge.lua");
  private final RedisClient checks;
  private final RedisClient syncs;
  private final String field;

  /**
   * @param field this node's field in the hashes of totals
   * @param connections at most so many checks at once
   */
  RedisStore(StoreAddress address, String field, int connections) {
    this.checks = client(address, connections);
    this.syncs = client(address, 1);
    this.field = field;
  }

  private static RedisClient client(StoreAddress address, int connections) {
    ConnectionPoolConfig pool = new ConnectionPoolConfig();
    pool.setMaxTotal(connections);
    pool.setMaxIdle(connections);
    pool.setMaxWait(address.timeout());
    pool.setJmxEnabled(false);
    pool.setTestWhileIdle(false);
    pool.setTimeBetweenEvictionRuns(Duration.ofMillis(-1));
    int timeout = Math.toIntExact(address.timeout().toMillis());
    DefaultJedisClientConfig.Builder config =
        DefaultJedisClientConfig.builder()
            .connectionTimeoutMillis(timeout)
            .socketTimeoutMillis(timeout);
    if (address.password() != null) {
      config.password(address.password());
    }
    return RedisClient.builder()
        .hostAndPort(address.host(), address.port())
        .clientConfig(config.build())
        .poolConfig(pool)
        .build();
  }

  @Override
  public StrictReply check(String key, Limit limit) throws StoreUnavailableException {
    String[] arguments = {
      StoreKeys.prefix(key, limit.windowMillis()),
      Long.toString(limit.limit()),
      Long.toString(limit.windowMillis()),
      RETENTION
    };
    try {
      List<?> reply = (List<?>) evaluate(check, arguments);
      return new StrictReply(
          number(reply.get(0)) == 1,
          number(reply.get(1)),
          new Window(limit.windowMillis(), number(reply.get(2))),
          number(reply.get(3)));
    } catch (JedisException e) {
      throw unavailable(e);
    }
  }

  /** A script that Redis does not know was not run, so sending it in full counts nothing twice. */
  private Object evaluate(LuaScript script, String... arguments) {
    try {
      return checks.evalsha(script.sha1(), 1, arguments);
    } catch (JedisNoScriptException e) {
      return checks.eval(script.source(), 1, arguments);
    }
  }

  @Override
  public List<Long> sync(List<SyncItem> items) throws StoreUnavailableException {
    try {
      if (items.isEmpty()) {
        syncs.ping();
        return List.of();
      }
      List<Response<Object>> responses = new ArrayList<>(items.size());
      try (AbstractPipeline pipeline = syncs.pipelined()) {
        items.forEach(item -> responses.add(send(pipeline, item)));
      }
      return responses.stream().map(response -> number(response.get())).toList();
    } catch (JedisException e) {
      throw unavailable(e);
    }
  }

  private Response<Object> send(AbstractPipeline pipeline, SyncItem item) {
    Window window = item.window();
    String amount = Long.toString(item.amount());
    String expiry = Long.toString(window.expiryMillis());
    String counter = StoreKeys.counter(item.key(), window.lengthMillis(), window.id());
    String totals = StoreKeys.totals(item.key(), window.lengthMillis(), window.id());
    return switch (item.kind()) {
      case COUNTER -> pipeline.eval(push.source(), 1, counter, amount, expiry);
      case TOTALS -> pipeline.eval(merge.source(), 1, totals, field, amount, expiry);
    };
  }

  @Override
  public void setCounter(String key, Window window, long count) throws StoreUnavailableException {
    try {
      checks.set(
          StoreKeys.counter(key, window.lengthMillis(), window.id()),
          Long.toString(count),
          SetParams.setParams().pxAt(window.expiryMillis()));
    } catch (JedisException e) {
      throw unavailable(e);
    }
  }

  @Override
  public void close() {
    checks.close();
    syncs.close();
  }

  private static long number(Object reply) {
    return ((Number) reply).longValue();
  }

  /** The innermost cause says what happened; the layers above only say where. */
  private static StoreUnavailableException unavailable(JedisException e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage() == null ? root.getClass().getName() : root.getMessage();
    return new StoreUnavailableException(message, e);
  }
}
