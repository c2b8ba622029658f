package example;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A server that answers "tick"; the JDK is all that it needs. */
final class Ticker {
  private Ticker() {}

  public static void main(String[] arguments) throws IOException {
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
    HttpServer server = HttpServer.create(address, 0);
    byte[] tick = {'t', 'i', 'c', 'k'};
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, tick.length);
            exchange.getResponseBody().write(tick);
          }
        });
    server.start();
  }
}
