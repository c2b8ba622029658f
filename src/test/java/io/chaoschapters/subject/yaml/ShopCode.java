package io.chaoschapters.subject.yaml;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.LoadType;
import io.chaoschapters.subject.Parameters;
import io.chaoschapters.subject.Reading;
import io.chaoschapters.subject.RunningLoad;
import io.chaoschapters.subject.WitnessReport;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What a user may write in Java where the file of a subject names a class. */
final class ShopCode {
  private ShopCode() {}

  /** A probe. */
  public static final class Probe implements Function<Component, Health> {
    @Override
    public Health apply(Component component) {
      return component.id().equals("till-1") ? Health.SERVING : Health.DEGRADED;
    }
  }

  /** A signal. */
  public static final class Size implements Function<Cluster, Reading> {
    @Override
    public Reading apply(Cluster cluster) {
      return Reading.of(cluster.components().size());
    }
  }

  /** A load. */
  public static final class Browsers implements LoadType<Cluster> {
    @Override
    public String name() {
      return "browsers";
    }

    @Override
    public String description() {
      return "look and do not buy";
    }

    @Override
    public RunningLoad start(Cluster cluster, Parameters parameters) {
      return new RunningLoad() {
        @Override
        public Map<String, Long> outcomes() {
          return Map.of("looked", 1L);
        }

        @Override
        public void close() {}
      };
    }
  }

  /** A fault. */
  public static final class Rain implements FaultType<Cluster> {
    @Override
    public String name() {
      return "rain";
    }

    @Override
    public String description() {
      return "keeps customers at home";
    }

    @Override
    public Fault plan(FaultPlan<Cluster> plan) {
      return new Fault() {
        @Override
        public List<UndoStep> undo() {
          return List.of(UndoStep.endsByItself("the rain ends"));
        }

        @Override
        public void inject() {}

        @Override
        public WitnessReport witness() {
          return new WitnessReport(true, plan.cluster().components().size() + " wet tills");
        }

        @Override
        public boolean isOver() {
          return true;
        }

        @Override
        public void rollback() {}
      };
    }
  }
}
