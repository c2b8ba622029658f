package example;

import io.chaoschapters.subject.LoadType;
import io.chaoschapters.subject.ParameterSpec;
import io.chaoschapters.subject.Parameters;
import io.chaoschapters.subject.RunningLoad;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/** Eight customers who order through the pooler and read at the standby by turns. */
final class Orders implements LoadType<PostgresPairCluster> {
  private static final int CUSTOMERS = 8;

  @Override
  public String name() {
    return "orders";
  }

  @Override
  public String description() {
    return "orders of eight customers, each read again at the standby";
  }

  @Override
  public List<ParameterSpec> parameters() {
    return List.of(
        ParameterSpec.of("rate", ParameterSpec.Type.RATE, "transactions of all", "40/s"),
        ParameterSpec.of("rise", ParameterSpec.Type.FACTOR, "how much more it gets", "1"),
        ParameterSpec.of("rise-after", ParameterSpec.Type.DURATION, "when it gets more", "0s"),
        ParameterSpec.choice("reads", "whether the standby is read", "yes", "no"));
  }

  @Override
  public RunningLoad start(PostgresPairCluster cluster, Parameters parameters) {
    PostgresPairCluster pair = cluster;
    boolean reads = parameters.text("reads").equals("yes");
    List<Customer> customers =
        Stream.generate(() -> new Customer(pair, reads)).limit(CUSTOMERS).toList();
    return new Clients(pair.traffic, customers, rateOfEach(parameters));
  }

  private static DoubleSupplier rateOfEach(Parameters parameters) {
    double before = parameters.number("rate") / CUSTOMERS;
    double after = before * parameters.number("rise");
    long rises = System.nanoTime() + parameters.duration("rise-after").toNanos();
    return () -> System.nanoTime() - rises < 0 ? before : after;
  }
}
