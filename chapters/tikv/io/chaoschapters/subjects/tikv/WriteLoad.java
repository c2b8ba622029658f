package io.chaoschapters.subjects.tikv;

import io.chaoschapters.subject.LoadType;
import io.chaoschapters.subject.ParameterSpec;
import io.chaoschapters.subject.Parameters;
import io.chaoschapters.subject.RunningLoad;
import java.time.Duration;
import java.util.List;

/** Writes at a steady rate, spread evenly over all regions. */
final class WriteLoad implements LoadType<TikvCluster> {
  @Override
  public String name() {
    return "writes";
  }

  @Override
  public String description() {
    return "writes at a steady rate, spread evenly over all regions";
  }

  @Override
  public List<ParameterSpec> parameters() {
    return List.of(
        ParameterSpec.of("rate", ParameterSpec.Type.RATE, "writes per second", "60/s"),
        ParameterSpec.of(
            "deadline", ParameterSpec.Type.DURATION, "when a client gives a write up", "1500ms"));
  }

  @Override
  public RunningLoad start(TikvCluster tikv, Parameters parameters) {
    Duration deadline = parameters.duration("deadline");
    return new RunningWrites(
        tikv.client(), tikv.ranges(), tikv.ledger(), parameters.number("rate"), deadline);
  }
}
