package example;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.subject.Health;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Four-letter words, sent from another address than the clients', so that no limit is theirs. */
final class FourLetters {
  private static final String MONITORING_HOST = "127.0.0.9";
  private static final int PATIENCE_MILLIS = 700;

  private FourLetters() {}

  /** What a member answers to a word; empty when it closes the connection. */
  static String ask(Component member, String word) throws IOException {
    var address = member.endpoint(Members.CLIENT);
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(MONITORING_HOST, 0));
      socket.connect(new InetSocketAddress(address.host(), address.port()), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(word.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static Health health(Component member) {
    try {
      return isServing(ask(member, "srvr")) ? Health.SERVING : Health.DEGRADED;
    } catch (IOException e) {
      return Health.after(e);
    }
  }

  static boolean isServing(String answer) {
    return answer.contains("Mode:") || answer.contains("zk_server_state");
  }
}
