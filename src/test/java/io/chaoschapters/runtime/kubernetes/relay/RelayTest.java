package io.chaoschapters.runtime.kubernetes.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.chaoschapters.waiting.DaemonThreads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private ServerSocketChannel relay;
  private ServerSocket echo;
  private ServerSocketChannel here;
  private SocketChannel wire;
  private Multiplexer side;

  @BeforeEach
  void open() throws Exception {
    relay = Relay.open(0);
    DaemonThreads.thread("test-relay", () -> quietly(() -> Relay.serve(relay))).start();
    echo = new ServerSocket(0, 300, InetAddress.getLoopbackAddress());
    DaemonThreads.thread("test-echo", () -> quietly(this::serveEcho)).start();
    here = Relay.open(0);
    wire = SocketChannel.open(relay.getLocalAddress());
    side = new Multiplexer(wire.socket().getInputStream(), wire.socket().getOutputStream());
    DaemonThreads.thread("test-side", side::run).start();
    assertThat(side.awaitGreeting(PATIENCE.toMillis())).isTrue();
  }

  @AfterEach
  void close() throws IOException {
    wire.close();
    here.close();
    echo.close();
    relay.close();
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void quietly(Work work) {
    try {
      work.run();
    } catch (IOException e) {
      assertThat(e).isNotNull(); // The test is over.
    }
  }

  private void serveEcho() throws IOException {
    while (true) {
      Socket visitor = echo.accept();
      DaemonThreads.thread(
              "test-echo",
              () ->
                  quietly(
                      () -> {
                        try (visitor) {
                          visitor.getInputStream().transferTo(visitor.getOutputStream());
                        }
                      }))
          .start();
    }
  }

  /** A connection made here that continues at a port there. */
  private SocketChannel through(int port) throws IOException {
    SocketChannel client = SocketChannel.open(here.getLocalAddress());
    side.pass(here.accept(), "127.0.0.1", port);
    return client;
  }

  @Test
  void twoHundredAtOnce_eachGetsItsOwnBack() {
    assertTimeoutPreemptively(
        PATIENCE,
        () -> {
          List<SocketChannel> clients = new ArrayList<>();
          for (int i = 0; i < 200; i++) {
            SocketChannel client = through(echo.getLocalPort());
            client.write(ByteBuffer.wrap(new byte[] {(byte) i}));
            clients.add(client);
          }
          for (int i = 0; i < 200; i++) {
            ByteBuffer answer = ByteBuffer.allocate(1);
            assertThat(clients.get(i).read(answer)).isEqualTo(1);
            assertThat(answer.get(0)).isEqualTo((byte) i);
            clients.get(i).close();
          }
        });
  }

  @Test
  void manyBytes_comeBackWholeAndEnd() {
    byte[] sent = new byte[3_000_000];
    new Random(1).nextBytes(sent);
    assertTimeoutPreemptively(
        PATIENCE,
        () -> {
          SocketChannel client = through(echo.getLocalPort());
          DaemonThreads.thread(
                  "test-sender",
                  () ->
                      quietly(
                          () -> {
                            ByteBuffer all = ByteBuffer.wrap(sent);
                            while (all.hasRemaining()) {
                              client.write(all);
                            }
                            client.shutdownOutput();
                          }))
              .start();
          assertThat(client.socket().getInputStream().readAllBytes()).isEqualTo(sent);
        });
  }

  @Test
  void refusedThere_isClosedHere() {
    assertTimeoutPreemptively(
        PATIENCE,
        () -> {
          int nobody = freePort();
          assertThat(readToTheEnd(through(nobody))).isNotPositive();
        });
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      return socket.getLocalPort();
    }
  }

  @Test
  void wireThatBreaks_closesAllThatPassesAndSaysSo() {
    assertTimeoutPreemptively(
        PATIENCE,
        () -> {
          SocketChannel client = through(echo.getLocalPort());
          wire.close();
          assertThat(readToTheEnd(client)).isNotPositive();
          assertThat(side.isGone()).isTrue();
        });
  }

  /** -1 at the end, also where the other side has reset the connection. */
  private static int readToTheEnd(SocketChannel client) {
    try {
      return client.read(ByteBuffer.allocate(10));
    } catch (IOException e) {
      return -1;
    }
  }
}
