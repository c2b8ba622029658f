package io.chaoschapters.safety.victims;

import io.chaoschapters.metrics.MetricQuery;
import io.chaoschapters.metrics.ScrapeTarget;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.ClusterSnapshot;
import io.chaoschapters.subject.Parameters;
import java.util.List;
import java.util.Map;

/** A real cluster that cannot be looked at while its subject throws. */
record VictimCluster<C extends Cluster>(C cluster) implements Cluster {
  @Override
  public List<Component> components() {
    return cluster.components();
  }

  @Override
  public List<ScrapeTarget> scrapeTargets() {
    return cluster.scrapeTargets();
  }

  @Override
  public Map<String, MetricQuery> queries() {
    return cluster.queries();
  }

  @Override
  public ClusterSnapshot observe() {
    if (Mischief.isThrowing()) {
      throw new IllegalStateException("this subject is to throw");
    }
    return cluster.observe();
  }

  @Override
  public void configure(Parameters given) {
    cluster.configure(given);
  }

  @Override
  public void repair() {
    cluster.repair();
  }

  @Override
  public void close() {
    cluster.close();
  }
}
