package example;

import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.WitnessReport;
import io.nats.client.Connection;
import io.nats.client.JetStream;
import io.nats.client.JetStreamApiException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Somebody imports old orders into the stream, and more of them than it has room for. */
final class RunawayImport implements FaultType<NatsCluster> {
  private static final List<Integer> SIZES = List.of(64_000, 4_000, 100);

  @Override
  public String name() {
    return "runaway-import";
  }

  @Override
  public String description() {
    return "publishes large messages into the stream until it takes no more";
  }

  @Override
  public Fault plan(FaultPlan<NatsCluster> plan) {
    NatsCluster nats = plan.cluster();
    AtomicBoolean purged = new AtomicBoolean();
    return new Fault() {
      @Override
      public List<UndoStep> undo() {
        return List.of(UndoStep.endsByItself("the stream ends with its servers"));
      }

      @Override
      public void inject() {
        try (Connection connection = Clients.connect(Passwords.SHOP, nats.servers())) {
          for (int size : SIZES) {
            publishUntilRejected(connection.jetStream(), size);
          }
        } catch (IOException e) {
          throw new IllegalStateException("The import failed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("The import was interrupted.", e);
        }
      }

      private void publishUntilRejected(JetStream stream, int size) throws IOException {
        byte[] message = new byte[size];
        try {
          for (long sent = 0; sent < 2 * OrderStream.MAX_BYTES; sent += size) {
            stream.publish(OrderStream.IMPORTED, message);
          }
        } catch (JetStreamApiException e) {
          // It takes no more of this size.
        }
      }

      /** The stream's own state, which the import was not told. */
      @Override
      public WitnessReport witness() {
        try {
          long bytes = nats.stream().bytes();
          return new WitnessReport(
              bytes > 0.99 * OrderStream.MAX_BYTES, "the stream holds " + bytes + " bytes");
        } catch (IOException | JetStreamApiException e) {
          return new WitnessReport(false, "the stream does not answer");
        }
      }

      @Override
      public boolean isOver() {
        return purged.get();
      }

      @Override
      public void rollback() {
        nats.stream().purgeImported();
        purged.set(true);
      }
    };
  }
}
