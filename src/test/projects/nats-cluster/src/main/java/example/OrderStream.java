package example;

import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.JetStreamOptions;
import io.nats.client.PurgeOptions;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.DiscardPolicy;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import io.nats.client.api.StreamInfo;
import java.io.IOException;
import java.time.Duration;

/** The stream of orders and its consumer, as an operator sees and changes them. */
final class OrderStream {
  static final String NAME = "ORDERS";
  static final String CONSUMER = "billing";
  static final String SUBJECT = "orders.shop";
  static final String IMPORTED = "orders.import";
  static final long MAX_BYTES = 8L << 20;

  private static final Duration ANSWER = Duration.ofSeconds(2);
  private static final Duration LEADER_WITHIN = Duration.ofSeconds(20);

  private final Connection operator;
  private final JetStreamManagement management;

  OrderStream(Connection operator) {
    this.operator = operator;
    try {
      management =
          operator.jetStreamManagement(JetStreamOptions.builder().requestTimeout(ANSWER).build());
    } catch (IOException e) {
      throw new IllegalStateException("JetStream does not answer: " + e.getMessage(), e);
    }
  }

  /** Makes it anew, and empty. */
  void recreate() {
    Wait.atMost("a new stream " + NAME, LEADER_WITHIN).until(this::recreateOnce);
  }

  private Progress recreateOnce() {
    try {
      if (management.getStreamNames().contains(NAME)) {
        management.deleteStream(NAME);
      }
      management.addStream(
          StreamConfiguration.builder()
              .name(NAME)
              .subjects("orders.>")
              .replicas(3)
              .storageType(StorageType.File)
              .maxBytes(MAX_BYTES)
              .discardPolicy(DiscardPolicy.New)
              .build());
      management.createConsumer(
          NAME,
          ConsumerConfiguration.builder()
              .durable(CONSUMER)
              .ackWait(Duration.ofSeconds(3))
              .maxAckPending(500)
              .build());
      return Progress.reached();
    } catch (IOException | JetStreamApiException e) {
      return Progress.notYet(String.valueOf(e.getMessage()));
    }
  }

  /** Moves the leader of the stream until it is where it should be. */
  void lead(String server) {
    Wait.atMost("leader of " + NAME + " on " + server, LEADER_WITHIN).until(() -> leadOnce(server));
  }

  private Progress leadOnce(String wanted) {
    String leader = leader();
    if (!wanted.equals(leader)) {
      stepDown();
    }
    return new Progress(wanted.equals(leader), "it is on " + leader);
  }

  /** The server that leads the stream, or an empty text when there is none. */
  String leader() {
    try {
      StreamInfo info = management.getStreamInfo(NAME);
      String leader = info.getClusterInfo() == null ? null : info.getClusterInfo().getLeader();
      return leader == null ? "" : leader;
    } catch (IOException | JetStreamApiException e) {
      return "";
    }
  }

  /** Hands the lead of stream and consumer over to other servers. */
  void stepDown() {
    ask("$JS.API.STREAM.LEADER.STEPDOWN." + NAME);
    ask("$JS.API.CONSUMER.LEADER.STEPDOWN." + NAME + "." + CONSUMER);
  }

  private void ask(String subject) {
    try {
      operator.request(subject, null, ANSWER);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while asking " + subject, e);
    }
  }

  void purgeImported() {
    try {
      management.purgeStream(NAME, PurgeOptions.subject(IMPORTED));
    } catch (IOException | JetStreamApiException e) {
      throw new IllegalStateException("The import could not be purged: " + e.getMessage(), e);
    }
  }

  /** How many bytes it holds. */
  long bytes() throws IOException, JetStreamApiException {
    return management.getStreamInfo(NAME).getStreamState().getByteCount();
  }
}
