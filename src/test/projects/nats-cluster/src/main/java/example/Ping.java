package example;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.subject.Health;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Connects to the client port as a new client does, in the text protocol, and pings. */
final class Ping {
  private static final int PATIENCE_MILLIS = 700;

  private Ping() {}

  static Health health(Component server) {
    try (Socket socket = open(server.endpoint(NatsServers.CLIENT))) {
      return answers(socket) ? Health.SERVING : Health.DEGRADED;
    } catch (IOException e) {
      return Health.after(e);
    }
  }

  /** A connection on which nothing was said yet. */
  static Socket open(Endpoint address) throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(address.host(), address.port()), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /** Logs in; true when the server took the client in. */
  static boolean answers(Socket socket) throws IOException {
    String hello =
        "CONNECT {\"verbose\":false,\"user\":\"%s\",\"pass\":\"%s\"}\r\nPING\r\n"
            .formatted(Passwords.OPERATOR, Passwords.of(Passwords.OPERATOR));
    BufferedReader in =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    String info = in.readLine();
    if (info == null || !info.startsWith("INFO")) {
      return false;
    }
    socket.getOutputStream().write(hello.getBytes(StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.equals("PONG")) {
        return true;
      }
      if (line.startsWith("-ERR")) {
        return false;
      }
    }
    return false;
  }
}
