package io.chaoschapters.subjects.tikv;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.runtime.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class GreetingTest {
  private static Optional<Duration> timeOf(ServerSocket server) {
    return new Greeting(new Endpoint("127.0.0.1", server.getLocalPort())).time().join();
  }

  private static ServerSocket server() throws IOException {
    return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  @Test
  void greetedLate_isTimed() throws Exception {
    try (ServerSocket server = server()) {
      CompletableFuture<String> heard =
          CompletableFuture.supplyAsync(() -> greet(server) + greet(server) + greet(server));

      assertThat(timeOf(server)).hasValueSatisfying(t -> assertThat(t).isGreaterThan(LATE));
      assertThat(heard.join()).isEqualTo("PRI * HTTP/2.0".repeat(3));
    }
  }

  private static final Duration LATE = Duration.ofMillis(100);
  private static final Duration VERY_LATE = Duration.ofMillis(350);

  @Test
  void onlyTheFirstGreetingIsLate_theShortestCounts() throws Exception {
    try (ServerSocket server = server()) {
      CompletableFuture<String> second =
          CompletableFuture.supplyAsync(() -> greet(server, VERY_LATE))
              .thenApply(first -> greet(server, Duration.ZERO));

      assertThat(timeOf(server)).hasValueSatisfying(t -> assertThat(t).isLessThan(VERY_LATE));
      assertThat(second.join()).isNotEmpty();
    }
  }

  /** Reads the first line and keeps the client waiting. */
  private static String greet(ServerSocket server) {
    return greet(server, LATE);
  }

  private static String greet(ServerSocket server, Duration late) {
    try (Socket socket = server.accept()) {
      byte[] line = socket.getInputStream().readNBytes(14);
      Thread.sleep(late.toMillis() + 1);
      socket.getOutputStream().write(0);
      return new String(line, StandardCharsets.US_ASCII);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void closedWithoutAWord_isUnknown() throws Exception {
    try (ServerSocket server = server()) {
      CompletableFuture.runAsync(() -> hangUp(server));

      assertThat(timeOf(server)).isEmpty();
    }
  }

  private static void hangUp(ServerSocket server) {
    try {
      server.accept().close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void acceptedAndSilent_isUnknown() throws Exception {
    try (ServerSocket server = server()) {
      assertThat(timeOf(server)).isEmpty();
    }
  }

  @Test
  void refused_isUnknown() throws Exception {
    int port;
    try (ServerSocket server = server()) {
      port = server.getLocalPort();
    }
    assertThat(new Greeting(new Endpoint("127.0.0.1", port)).time().join()).isEmpty();
  }
}
