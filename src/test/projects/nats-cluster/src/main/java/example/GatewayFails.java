package example;

import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.Reading;
import io.chaoschapters.subject.WitnessReport;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** What the worker depends on fails, so that it finishes no order that it fetches. */
final class GatewayFails implements FaultType<NatsCluster> {
  private static final double ENOUGH = 20;

  @Override
  public String name() {
    return "gateway-fails";
  }

  @Override
  public String description() {
    return "takes the payment gateway away, without which the worker finishes no order";
  }

  @Override
  public Fault plan(FaultPlan<NatsCluster> plan) {
    NatsCluster nats = plan.cluster();
    Endpoint control = nats.component(Worker.ID).endpoint(Worker.CONTROL);
    AtomicBoolean over = new AtomicBoolean();
    return new Fault() {
      @Override
      public List<UndoStep> undo() {
        return List.of(
            new UndoStep(
                "give the gateway back",
                List.of("curl", "-s", control.http("/gateway?up=true").toString())));
      }

      @Override
      public void inject() {
        nats.http().tell(control, "/gateway?up=false");
      }

      /** The server counts what it had to deliver again. */
      @Override
      public WitnessReport witness() {
        Reading repeated = nats.report().repeated();
        return new WitnessReport(
            repeated.asDouble().orElse(0) >= ENOUGH, "delivered again: " + repeated.value());
      }

      @Override
      public boolean isOver() {
        return over.get();
      }

      @Override
      public void rollback() {
        nats.http().tell(control, "/gateway?up=true");
        over.set(true);
      }
    };
  }
}
