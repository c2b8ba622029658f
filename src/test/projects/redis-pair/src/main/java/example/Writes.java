package example;

import io.chaoschapters.subject.LoadType;
import io.chaoschapters.subject.PacedLoad;
import io.chaoschapters.subject.ParameterSpec;
import io.chaoschapters.subject.Parameters;
import io.chaoschapters.subject.RunningLoad;
import java.util.List;

/** Writes kilobyte values to the primary. */
final class Writes implements LoadType<RedisPairCluster> {
  private static final String VALUE = "x".repeat(1_000);

  @Override
  public String name() {
    return "writes";
  }

  @Override
  public String description() {
    return "writes values of one kilobyte to the primary";
  }

  @Override
  public List<ParameterSpec> parameters() {
    return List.of(ParameterSpec.of("rate", ParameterSpec.Type.RATE, "writes", "50/s"));
  }

  @Override
  public RunningLoad start(RedisPairCluster pair, Parameters parameters) {
    return new PacedLoad("writes", parameters.number("rate"), () -> write(pair));
  }

  private static String write(RedisPairCluster pair) {
    boolean done = RedisPairCluster.ask(pair.primary, redis -> redis.set("key", VALUE)).isPresent();
    return done ? "acknowledged" : "failed";
  }
}
