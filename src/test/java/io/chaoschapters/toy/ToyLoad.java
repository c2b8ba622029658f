package io.chaoschapters.toy;

import io.chaoschapters.subject.LoadType;
import io.chaoschapters.subject.ParameterSpec;
import io.chaoschapters.subject.Parameters;
import io.chaoschapters.subject.RunningLoad;
import java.util.List;
import java.util.Map;

/** Clients that send nothing. */
public final class ToyLoad implements LoadType<ToyCluster> {
  @Override
  public String name() {
    return "clients";
  }

  @Override
  public String description() {
    return "puts items into the queue";
  }

  @Override
  public List<ParameterSpec> parameters() {
    return List.of(ParameterSpec.of("rate", ParameterSpec.Type.RATE, "items per second", "10/s"));
  }

  @Override
  public RunningLoad start(ToyCluster toy, Parameters parameters) {
    toy.call("load");
    return new RunningLoad() {
      @Override
      public Map<String, Long> outcomes() {
        return Map.of("accepted", 0L);
      }

      @Override
      public void close() {
        toy.call("load closed");
      }
    };
  }
}
