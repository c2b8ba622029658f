package io.chaoschapters.runtime.local;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A child process for tests: serves HTTP on a port, or misbehaves in a way of its own. */
final class TinyService {
  private static final String METRICS =
      "# TYPE tiny_requests_total counter\ntiny_requests_total 7\n";

  private TinyService() {}

  /** Takes a port and a mode: serve, exit, silent or deaf. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int port = Integer.parseInt(arguments[0]);
    switch (arguments[1]) {
      case "exit" -> {
        for (int i = 1; i <= 12; i++) {
          System.out.println("line " + i);
        }
        System.err.println("the configuration is broken");
        System.exit(3);
      }
      case "silent" -> new CountDownLatch(1).await();
      case "deaf" -> {
        Runtime.getRuntime().addShutdownHook(new Thread(TinyService::hang));
        serve(port);
      }
      default -> serve(port);
    }
  }

  private static void serve(int port) throws IOException {
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 16);
    server.setExecutor(Executors.newFixedThreadPool(2));
    server.createContext(
        "/",
        exchange -> {
          byte[] answer = METRICS.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/plain; version=0.0.4");
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    System.out.println("serving on " + port + " with secret of length " + secretLength());
  }

  private static int secretLength() {
    String secret = System.getenv("TINY_SECRET");
    return secret == null ? -1 : secret.length();
  }

  private static void hang() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
