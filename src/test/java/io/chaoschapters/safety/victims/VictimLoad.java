package io.chaoschapters.safety.victims;

import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.LoadType;
import io.chaoschapters.subject.ParameterSpec;
import io.chaoschapters.subject.Parameters;
import io.chaoschapters.subject.RunningLoad;
import java.util.List;

/** A real load, on the real cluster. */
record VictimLoad<C extends Cluster>(LoadType<? super C> type)
    implements LoadType<VictimCluster<C>> {
  @Override
  public String name() {
    return type.name();
  }

  @Override
  public String description() {
    return type.description();
  }

  @Override
  public List<ParameterSpec> parameters() {
    return type.parameters();
  }

  @Override
  public RunningLoad start(VictimCluster<C> cluster, Parameters parameters) {
    return type.start(cluster.cluster(), parameters);
  }
}
