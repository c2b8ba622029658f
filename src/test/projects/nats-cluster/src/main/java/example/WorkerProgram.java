package example;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.nats.client.Connection;
import io.nats.client.FetchConsumeOptions;
import io.nats.client.FetchConsumer;
import io.nats.client.Message;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Fetches orders and bills them. {@code /gateway?up=false} on the control port takes the payment
 * gateway away behind it. Arguments: the control port, then the addresses of the servers.
 */
public final class WorkerProgram {
  private static final int BATCH = 50;
  private static final int LOG_EVERY = 25;

  private final Connection connection;
  private volatile boolean gatewayUp = true;
  private long refused;
  private String trouble = "";

  private WorkerProgram(Connection connection) {
    this.connection = connection;
  }

  /** Runs until it is ended. */
  public static void main(String[] args) throws IOException, InterruptedException {
    String[] urls = Arrays.copyOfRange(args, 1, args.length);
    WorkerProgram worker = new WorkerProgram(Clients.connect(Passwords.WORKER, urls));
    HttpServer control =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])), 0);
    control.createContext("/health", WorkerProgram::done);
    control.createContext("/gateway", worker::gateway);
    control.start();
    Executors.newSingleThreadScheduledExecutor()
        .scheduleWithFixedDelay(worker::fetch, 0, 20, TimeUnit.MILLISECONDS);
    System.out.println("INFO billing worker started");
  }

  private static void done(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private void gateway(HttpExchange exchange) throws IOException {
    gatewayUp = !"up=false".equals(exchange.getRequestURI().getQuery());
    done(exchange);
  }

  private void fetch() {
    FetchConsumeOptions some =
        FetchConsumeOptions.builder().maxMessages(BATCH).expiresIn(1_000).build();
    try (FetchConsumer orders =
        connection
            .getStreamContext(OrderStream.NAME)
            .getConsumerContext(OrderStream.CONSUMER)
            .fetch(some)) {
      for (Message order = orders.nextMessage(); order != null; order = orders.nextMessage()) {
        bill(order);
      }
      trouble = "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      tell(e);
    }
  }

  /** The stream is away for a moment when it is made anew, and while it has no leader. */
  private void tell(Exception e) {
    String now = String.valueOf(e.getMessage());
    if (!now.equals(trouble)) {
      System.out.println("WARN cannot fetch orders: " + now);
      trouble = now;
    }
  }

  private void bill(Message order) {
    if (gatewayUp) {
      order.ack();
    } else if (refused++ % LOG_EVERY == 0) {
      System.out.println(
          "WARN payment gateway answered 503 for order " + order.metaData().streamSequence());
    }
  }
}
