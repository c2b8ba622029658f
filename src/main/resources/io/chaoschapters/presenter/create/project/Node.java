package @package@;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** Stands for your own server until the subject's file names that. */
public final class Node {
  private Node() {}

  public static void main(String[] arguments) throws IOException {
    AtomicLong answered = new AtomicLong();
    int port = Integer.parseInt(arguments[0]);
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.createContext("/", exchange -> answer(exchange, "number " + answered.incrementAndGet()));
    server.createContext("/health", exchange -> answer(exchange, "well"));
    server.createContext("/count", exchange -> answer(exchange, "{\"answered\": " + answered + "}"));
    server.start();
  }

  private static void answer(HttpExchange exchange, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
