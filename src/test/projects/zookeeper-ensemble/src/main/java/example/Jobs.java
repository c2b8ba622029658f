package example;

import io.chaoschapters.subject.LoadType;
import io.chaoschapters.subject.PacedLoad;
import io.chaoschapters.subject.ParameterSpec;
import io.chaoschapters.subject.Parameters;
import io.chaoschapters.subject.RunningLoad;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A scheduler that stores jobs. */
final class Jobs implements LoadType<ZooKeeperCluster> {
  private static final String ANY = "any";

  @Override
  public String name() {
    return "jobs";
  }

  @Override
  public String description() {
    return "stores jobs as sequential nodes";
  }

  @Override
  public List<ParameterSpec> parameters() {
    return List.of(
        ParameterSpec.of("rate", ParameterSpec.Type.RATE, "jobs", "20/s"),
        ParameterSpec.of(
            "through",
            ParameterSpec.Type.TEXT,
            "the one member that the scheduler knows, or any",
            ANY),
        ParameterSpec.choice("session", "kept, or new for each job", "kept", "new"));
  }

  @Override
  public RunningLoad start(ZooKeeperCluster cluster, Parameters parameters) {
    ZooKeeperCluster ensemble = cluster;
    String through = parameters.text("through");
    String servers = through.equals(ANY) ? ensemble.servers() : ensemble.server(through);
    Scheduler scheduler = new Scheduler(servers, parameters.text("session").equals("new"));
    ensemble.counts().begin();
    RunningLoad paced =
        new PacedLoad(
            "jobs", parameters.number("rate"), () -> submit(scheduler, ensemble.counts()));
    return new RunningLoad() {
      @Override
      public Map<String, Long> outcomes() {
        return paced.outcomes();
      }

      @Override
      public void close() {
        paced.close();
        ensemble.counts().end();
        scheduler.close();
      }
    };
  }

  private static String submit(Scheduler scheduler, JobCounts counts) {
    long begun = System.nanoTime();
    boolean stored = scheduler.submit();
    counts.add(stored, (double) (System.nanoTime() - begun) / TimeUnit.SECONDS.toNanos(1));
    return stored ? "stored" : "failed";
  }
}
