package io.chaoschapters.subject.yaml;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** A program of the shop: it counts what is bought, and jams while there is a file {@code jam}. */
public final class Till {
  private Till() {}

  /** Listens on the port of the first argument; the second one is its folder. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[1]);
    AtomicLong orders = new AtomicLong();
    String hello = Files.readString(folder.resolve("notes/hello.txt"));
    boolean chief = arguments[0].equals(arguments[2]);
    HttpServer server =
        HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[0])), 0);
    server.createContext("/health", e -> answer(e, jammed(folder) ? 503 : 200, "ok"));
    server.createContext(
        "/buy", e -> answer(e, jammed(folder) ? 503 : 201, "" + orders.incrementAndGet()));
    server.createContext("/page", e -> answer(e, 200, "<html>hello</html>"));
    server.createContext(
        "/state",
        e ->
            answer(
                e,
                200,
                "{\"orders\": "
                    + orders
                    + ", \"queue\": "
                    + (jammed(folder) ? 9 : 0)
                    + ", \"jammed\":"
                    + jammed(folder)
                    + ", \"hello\": \""
                    + hello
                    + "\", \"name\": \""
                    + System.getenv("SHOP_NAME")
                    + "\", \"peers\": \""
                    + arguments[2]
                    + " "
                    + arguments[3]
                    + " "
                    + System.getenv("OTHER")
                    + "\"}"));
    server.createContext(
        "/metrics",
        e ->
            answer(e, 200, "orders_total " + orders + "\ntill_is_chief " + (chief ? 1 : 0) + "\n"));
    server.start();
  }

  private static boolean jammed(Path folder) {
    return Files.exists(folder.resolve("jam"));
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
