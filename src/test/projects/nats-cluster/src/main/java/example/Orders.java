package example;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.subject.LoadType;
import io.chaoschapters.subject.PacedLoad;
import io.chaoschapters.subject.ParameterSpec;
import io.chaoschapters.subject.Parameters;
import io.chaoschapters.subject.RunningLoad;
import java.util.List;
import java.util.Map;

/** A shop that publishes orders. */
final class Orders implements LoadType<NatsCluster> {
  private static final String ANY = "any";

  @Override
  public String name() {
    return "orders";
  }

  @Override
  public String description() {
    return "publishes orders and waits for each acknowledgment";
  }

  @Override
  public List<ParameterSpec> parameters() {
    return List.of(
        ParameterSpec.of("rate", ParameterSpec.Type.RATE, "orders", "50/s"),
        ParameterSpec.of(
            "through", ParameterSpec.Type.TEXT, "the one server that the shop knows, or any", ANY),
        ParameterSpec.choice("connection", "kept, or new for each order", "kept", "new"));
  }

  @Override
  public RunningLoad start(NatsCluster cluster, Parameters parameters) {
    NatsCluster nats = cluster;
    String through = parameters.text("through");
    List<Component> known = through.equals(ANY) ? nats.servers() : List.of(nats.component(through));
    Shop shop = new Shop(known, parameters.text("connection").equals("new"));
    nats.counts().begin();
    RunningLoad paced =
        new PacedLoad("orders", parameters.number("rate"), () -> order(shop, nats.counts()));
    return new RunningLoad() {
      @Override
      public Map<String, Long> outcomes() {
        return paced.outcomes();
      }

      @Override
      public void close() {
        paced.close();
        nats.counts().end();
        shop.close();
      }
    };
  }

  private static String order(Shop shop, OrderCounts counts) {
    boolean acknowledged = shop.order();
    counts.add(acknowledged);
    return acknowledged ? "acknowledged" : "failed";
  }
}
