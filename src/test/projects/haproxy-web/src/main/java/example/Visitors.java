package example;

import io.chaoschapters.subject.LoadType;
import io.chaoschapters.subject.ParameterSpec;
import io.chaoschapters.subject.Parameters;
import io.chaoschapters.subject.RunningLoad;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleSupplier;

/** Users who come to the site through the load balancer. */
final class Visitors implements LoadType<HaproxyWebCluster> {
  private static final int VISITORS = 10;

  @Override
  public String name() {
    return "visitors";
  }

  @Override
  public String description() {
    return "requests of ten users for the front page";
  }

  @Override
  public List<ParameterSpec> parameters() {
    return List.of(
        ParameterSpec.of("rate", ParameterSpec.Type.RATE, "requests of all", "60/s"),
        ParameterSpec.of("rise", ParameterSpec.Type.FACTOR, "how much more it gets", "1"),
        ParameterSpec.of("rise-after", ParameterSpec.Type.DURATION, "when it gets more", "0s"));
  }

  @Override
  public RunningLoad start(HaproxyWebCluster cluster, Parameters parameters) {
    HaproxyWebCluster web = cluster;
    List<Visitor> visitors = Collections.nCopies(VISITORS, new Visitor(web.balancer));
    return new Clients(web.traffic, visitors, rateOfEach(parameters));
  }

  private static DoubleSupplier rateOfEach(Parameters parameters) {
    double before = parameters.number("rate") / VISITORS;
    double after = before * parameters.number("rise");
    long rises = System.nanoTime() + parameters.duration("rise-after").toNanos();
    return () -> System.nanoTime() - rises < 0 ? before : after;
  }
}
