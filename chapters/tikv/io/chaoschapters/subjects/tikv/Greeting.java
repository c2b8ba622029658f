package io.chaoschapters.subjects.tikv;

import io.chaoschapters.http.Connections;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.waiting.DaemonThreads;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Takes the time in which a store greets a client on the port that clients use: from the attempt to
 * connect to the first byte of the settings with which every HTTP/2 server, and so every gRPC
 * server, begins. It asks for nothing, so that neither Raft nor the disk is in that time.
 */
final class Greeting {
  private static final Duration TIMEOUT = Duration.ofMillis(800);

  /** The connection preface of RFC 9113, section 3.4: a fixed text and empty settings. */
  private static final byte[] PREFACE = preface();

  /** A busy machine makes one greeting late; what is on the way makes all of them late. */
  private static final int ATTEMPTS = 3;

  private static final Duration QUICK = Duration.ofMillis(50);

  /** One that took longer is not repeated: a look at the cluster takes two seconds at most. */
  private static final Duration REPEATED_BELOW = Duration.ofMillis(400);

  private final Endpoint client;

  Greeting(Endpoint client) {
    this.client = client;
  }

  private static byte[] preface() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    bytes.writeBytes(new byte[] {0, 0, 0, 4, 0, 0, 0, 0, 0});
    return bytes.toByteArray();
  }

  /**
   * The shortest time of a few attempts, or nothing when it was not greeted. Completes within two
   * seconds.
   */
  CompletableFuture<Optional<Duration>> time() {
    return CompletableFuture.supplyAsync(this::shortest, Greeting::run);
  }

  private Optional<Duration> shortest() {
    Optional<Duration> shortest = measure();
    for (int attempt = 2; attempt <= ATTEMPTS && isRepeated(shortest); attempt++) {
      Duration before = shortest.get();
      shortest = measure().filter(time -> time.compareTo(before) < 0).or(() -> Optional.of(before));
    }
    return shortest;
  }

  private static boolean isRepeated(Optional<Duration> time) {
    return time.isPresent()
        && time.get().compareTo(QUICK) > 0
        && time.get().compareTo(REPEATED_BELOW) < 0;
  }

  /** In a thread of its own: one that does not answer holds up no other. */
  private static void run(Runnable task) {
    DaemonThreads.thread("greeting", task).start();
  }

  private Optional<Duration> measure() {
    long began = System.nanoTime();
    int millis = (int) TIMEOUT.toMillis();
    try (Socket socket = Connections.socket()) {
      socket.connect(new InetSocketAddress(client.host(), client.port()), millis);
      socket.setSoTimeout(millis);
      socket.getOutputStream().write(PREFACE);
      return socket.getInputStream().read() < 0
          ? Optional.empty()
          : Optional.of(Duration.ofNanos(System.nanoTime() - began));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
