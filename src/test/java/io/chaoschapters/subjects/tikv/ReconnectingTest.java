package io.chaoschapters.subjects.tikv;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tikv.common.util.ChannelFactory;
import org.tikv.shade.io.grpc.ConnectivityState;
import org.tikv.shade.io.grpc.ManagedChannel;

class ReconnectingTest {
  /** Shorter than gRPC's third pause, which is 2 to 3 s. */
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  @Test
  @Timeout(20)
  void storeThatIsBack_isConnectedToAtOnce() throws Exception {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket server = new ServerSocket();
        ChannelFactory channels = new ChannelFactory(1 << 20, 10, 60, 60)) {
      int port = freePort(loopback);
      String address = loopback.getHostAddress() + ":" + port;
      ManagedChannel channel = channels.getChannel(address, inside -> inside);
      AtomicInteger refused = new AtomicInteger();
      countRefusals(channel, channel.getState(true), refused);
      await("a connection that was refused three times").until(() -> refused.get() >= 3);

      server.bind(new InetSocketAddress(loopback, port));
      server.setSoTimeout((int) AT_ONCE.toMillis());
      new Reconnecting(channels).now();

      try (Socket accepted = server.accept()) {
        byte[] preface = accepted.getInputStream().readNBytes(3);
        assertThat(new String(preface, US_ASCII)).isEqualTo("PRI");
      }
    }
  }

  private static void countRefusals(
      ManagedChannel channel, ConnectivityState before, AtomicInteger refused) {
    channel.notifyWhenStateChanged(
        before,
        () -> {
          ConnectivityState now = channel.getState(false);
          if (now == ConnectivityState.TRANSIENT_FAILURE) {
            refused.incrementAndGet();
          }
          countRefusals(channel, now, refused);
        });
  }

  private static int freePort(InetAddress loopback) throws Exception {
    try (ServerSocket free = new ServerSocket(0, 1, loopback)) {
      return free.getLocalPort();
    }
  }
}
