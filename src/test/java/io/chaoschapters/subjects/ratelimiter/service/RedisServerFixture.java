package io.chaoschapters.subjects.ratelimiter.service;

import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;
import redis.embedded.RedisExecProvider;

/** A real redis-server with a password, in which DEBUG is allowed. */
final class RedisServerFixture implements AutoCloseable {
  private static final String PASSWORD = "not-a-secret";

  private final Process process;
  private final int port;

  private RedisServerFixture(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static RedisServerFixture start() {
    try {
      int port = freePort();
      Process process =
          new ProcessBuilder(
                  RedisExecProvider.defaultProvider().get().getAbsolutePath(),
                  "--port",
                  Integer.toString(port),
                  "--bind",
                  "127.0.0.1",
                  "--save",
                  "",
                  "--requirepass",
                  PASSWORD,
                  "--enable-debug-command",
                  "local")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      RedisServerFixture fixture = new RedisServerFixture(process, port);
      Wait.atMost("redis-server answers PING", Duration.ofSeconds(10)).until(fixture::answers);
      return fixture;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start the embedded redis-server", e);
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Progress answers() {
    if (!process.isAlive()) {
      throw new IllegalStateException("redis-server ended with code " + process.exitValue());
    }
    try (RedisClient client = client()) {
      return new Progress(true, client.ping());
    } catch (JedisException e) {
      return new Progress(false, String.valueOf(e.getMessage()));
    }
  }

  RedisClient client() {
    return RedisClient.builder().hostAndPort("127.0.0.1", port).clientConfig(config()).build();
  }

  private static DefaultJedisClientConfig config() {
    return DefaultJedisClientConfig.builder()
        .password(PASSWORD)
        .socketTimeoutMillis(20_000)
        .build();
  }

  StoreAddress address(Duration timeout) {
    return new StoreAddress("127.0.0.1", port, PASSWORD, timeout);
  }

  int port() {
    return port;
  }

  static String password() {
    return PASSWORD;
  }

  /** Blocks the server; the future ends when it answers again. */
  CompletableFuture<Void> debugSleep(Duration duration) {
    return CompletableFuture.runAsync(
        () -> send("DEBUG", "SLEEP", Double.toString(duration.toMillis() / 1000.0)));
  }

  /** Pauses all clients; the future ends when the server has begun to. */
  CompletableFuture<Void> clientPause(Duration duration) {
    return CompletableFuture.runAsync(
        () -> send("CLIENT", "PAUSE", Long.toString(duration.toMillis()), "ALL"));
  }

  /** Stops the process without ending it. */
  void freeze() {
    signal("-STOP");
  }

  /** Lets a stopped process go on. */
  void thaw() {
    signal("-CONT");
  }

  private void signal(String signal) {
    try {
      Process kill = new ProcessBuilder("kill", signal, Long.toString(process.pid())).start();
      if (!kill.waitFor(5, TimeUnit.SECONDS) || kill.exitValue() != 0) {
        throw new IllegalStateException("kill " + signal + " failed");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot run kill", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(String command, String... arguments) {
    try (Connection connection = new Connection(new HostAndPort("127.0.0.1", port), config())) {
      connection.sendCommand(() -> command.getBytes(StandardCharsets.US_ASCII), arguments);
      connection.getStatusCodeReply();
    }
  }

  long number(String key) {
    try (RedisClient client = client()) {
      String text = client.get(key);
      return text == null ? 0 : Long.parseLong(text);
    }
  }

  long sumOfHash(String key) {
    try (RedisClient client = client()) {
      return client.hvals(key).stream().mapToLong(Long::parseLong).sum();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
