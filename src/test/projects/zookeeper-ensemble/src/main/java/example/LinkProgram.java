package example;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Passes TCP connections on, until it is told to cut them: {@code /cut} and {@code /mend} on the
 * control port. Arguments: the control port, then {@code address:port} where it listens; it passes
 * on to the same port of 127.0.0.1.
 */
public final class LinkProgram {
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  private LinkProgram() {}

  /** Runs until it is ended. */
  public static void main(String[] args) throws IOException {
    LinkProgram link = new LinkProgram();
    for (int i = 1; i < args.length; i++) {
      String[] ends = args[i].split(":");
      int target = Integer.parseInt(ends[1]);
      ServerSocket server = new ServerSocket(target, 50, InetAddress.getByName(ends[0]));
      new Thread(() -> link.accept(server, target)).start();
    }
    HttpServer control =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])), 0);
    control.createContext("/health", LinkProgram::done);
    control.createContext("/cut", exchange -> link.cut(exchange, true));
    control.createContext("/mend", exchange -> link.cut(exchange, false));
    control.start();
  }

  private static void done(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private void cut(HttpExchange exchange, boolean wanted) throws IOException {
    cut = wanted;
    if (wanted) {
      open.forEach(LinkProgram::close);
    }
    done(exchange);
  }

  private void accept(ServerSocket server, int target) {
    while (true) {
      try {
        Socket near = server.accept();
        if (cut) {
          close(near);
        } else {
          join(near, target);
        }
      } catch (IOException e) {
        System.err.println("link: cannot accept: " + e.getMessage());
      }
    }
  }

  private void join(Socket near, int target) {
    try {
      Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
      open.add(near);
      open.add(far);
      if (cut) { // meanwhile
        close(near);
      }
      new Thread(() -> pass(near, far)).start();
      new Thread(() -> pass(far, near)).start();
    } catch (IOException e) {
      close(near); // as the target itself would refuse
    }
  }

  private void pass(Socket from, Socket to) {
    byte[] buffer = new byte[16_384];
    try {
      for (int n = from.getInputStream().read(buffer);
          n >= 0;
          n = from.getInputStream().read(buffer)) {
        to.getOutputStream().write(buffer, 0, n);
      }
    } catch (IOException e) {
      // One end is gone, and so is the connection.
    } finally {
      close(from);
      close(to);
      open.remove(from);
      open.remove(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed either way.
    }
  }
}
