package io.chaoschapters.subjects.ratelimiter.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestDeadlineTest {
  private static final String REQUEST = "GET / HTTP/1.1\r\nHost: n\r\n\r\n";

  private static final int MORE_THAN_ANY_SOCKET_KEEPS = 64 << 20;

  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);

  @BeforeEach
  void start() throws Exception {
    RequestDeadline deadline = new RequestDeadline(Duration.ofMillis(500));
    connector.setHost("127.0.0.1");
    connector.addBean(deadline, false);
    server.addConnector(connector);
    server.setHandler(deadline);
    deadline.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            if (Request.getPathInContext(request).equals("/long")) {
              response.write(true, ByteBuffer.allocate(MORE_THAN_ANY_SOCKET_KEEPS), callback);
            } else {
              callback.succeeded();
            }
            return true;
          }
        });
    server.start();
    deadline.watch(connector.getScheduler());
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
  }

  private static void send(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Test
  void aHeaderThatNeverEnds_isHungUpOnThoughItIsNeverIdle() throws IOException {
    try (Socket slow = connect();
        Socket quiet = connect()) {
      send(slow, "GET / HTTP/1.1\r\nX-Slow: ");

      await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () -> {
                try {
                  send(slow, "x");
                  return false;
                } catch (IOException e) {
                  return true;
                }
              });

      send(quiet, REQUEST);
      assertThat(firstLine(quiet)).as("whoever sent nothing is waited for").contains("200");
    }
  }

  @Test
  void anAnswerThatIsNotTaken_isGivenUpAndWhoeverHasTakenHisIsWaitedFor() throws IOException {
    try (Socket done = connect();
        Socket unread = connect()) {
      send(done, REQUEST);
      assertThat(firstLine(done)).contains("200");
      send(unread, "GET /long HTTP/1.1\r\nHost: n\r\n\r\n");
      assertThat(firstLine(unread)).as("it is on its way").contains("200");

      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> connector.getConnectedEndPoints().size() == 1);

      send(done, REQUEST);
      assertThat(firstLine(done)).contains("200");
    }
  }

  @Test
  void requestsThatAreAnswered_mayGoOnForLongerThanTheDeadline() throws IOException {
    try (Socket socket = connect()) {
      long end = System.nanoTime() + Duration.ofSeconds(3).toNanos();
      int answered = 0;
      while (System.nanoTime() < end) {
        send(socket, REQUEST);
        assertThat(firstLine(socket)).contains("200");
        answered++;
      }
      assertThat(answered).isGreaterThan(10);
    }
  }

  private static String firstLine(Socket socket) throws IOException {
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int read = socket.getInputStream().read();
      if (read < 0) {
        throw new IOException("hung up after: " + head);
      }
      head.append((char) read);
    }
    return head.toString().lines().findFirst().orElse("");
  }
}
