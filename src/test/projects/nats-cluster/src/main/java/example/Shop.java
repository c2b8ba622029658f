package example;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import io.chaoschapters.waiting.WaitTimeoutException;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamOptions;
import io.nats.client.PublishOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** A client that publishes orders, and tries again for two seconds when one is not acknowledged. */
final class Shop implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final JetStreamOptions ANSWER =
      JetStreamOptions.builder().requestTimeout(Duration.ofMillis(700)).build();
  private static final byte[] ORDER = "an order ".repeat(20).getBytes(StandardCharsets.UTF_8);

  private final List<Component> servers;
  private final boolean connectEachTime;
  private Connection connection;

  Shop(List<Component> servers, boolean connectEachTime) {
    this.servers = servers;
    this.connectEachTime = connectEachTime;
  }

  /** Publishes one order; false when it was not acknowledged in time. */
  boolean order() {
    PublishOptions once = PublishOptions.builder().messageId(UUID.randomUUID().toString()).build();
    try {
      Wait.atMost("the acknowledgment of an order", PATIENCE).until(() -> attempt(once));
      return true;
    } catch (WaitTimeoutException e) {
      return false;
    }
  }

  private Progress attempt(PublishOptions once) {
    try {
      connected().jetStream(ANSWER).publish(OrderStream.SUBJECT, ORDER, once);
      return Progress.reached();
    } catch (IOException | JetStreamApiException | IllegalStateException e) {
      return Progress.notYet(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Progress.notYet("interrupted");
    } finally {
      if (connectEachTime) {
        close();
      }
    }
  }

  private Connection connected() throws IOException, InterruptedException {
    if (connection == null || connection.getStatus() == Connection.Status.CLOSED) {
      connection = Clients.connect(Passwords.SHOP, servers);
    }
    return connection;
  }

  @Override
  public void close() {
    if (connection == null) {
      return;
    }
    try {
      connection.close();
      connection = null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
