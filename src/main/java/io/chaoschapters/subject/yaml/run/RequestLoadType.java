package io.chaoschapters.subject.yaml.run;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentEndedException;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ComponentState;
import io.chaoschapters.runtime.ProcessProgram;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.LoadType;
import io.chaoschapters.subject.PacedLoad;
import io.chaoschapters.subject.ParameterSpec;
import io.chaoschapters.subject.Parameters;
import io.chaoschapters.subject.RunningLoad;
import io.chaoschapters.subject.yaml.ask.Answer;
import io.chaoschapters.subject.yaml.ask.CommandQuestion;
import io.chaoschapters.subject.yaml.ask.Names;
import io.chaoschapters.subject.yaml.ask.Template;
import io.chaoschapters.subject.yaml.model.LoadEntry;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Traffic that a file describes: requests at a rate, or a program that keeps running. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class RequestLoadType implements LoadType<YamlCluster> {
  private static final String RATE = "rate";
  private static final String ENDED = "programs that ended by themselves";
  private static final String KILOBYTE = "x".repeat(1_000);
  private static final Duration STARTED_WITHIN = Duration.ofSeconds(10);
  private static final Duration STOP_GRACE = Duration.ofSeconds(2);

  private final LoadEntry entry;

  /** One. */
  public RequestLoadType(LoadEntry entry) {
    this.entry = entry;
  }

  @Override
  public String name() {
    return entry.name();
  }

  @Override
  public String description() {
    return entry.does();
  }

  @Override
  public List<ParameterSpec> parameters() {
    String rate = entry.rate();
    return rate == null
        ? List.of()
        : List.of(ParameterSpec.of(RATE, ParameterSpec.Type.RATE, entry.name(), rate));
  }

  @Override
  public RunningLoad start(YamlCluster cluster, Parameters parameters) {
    CommandQuestion program = entry.program();
    if (program != null) {
      List<String> line = Template.fill(program.command(), names(cluster, 0));
      return started(cluster, line);
    }
    AtomicLong number = new AtomicLong();
    return new PacedLoad(
        entry.name(),
        parameters.number(RATE),
        entry.clients(),
        () -> send(cluster, number.incrementAndGet()));
  }

  /**
   * Whether a short program is gone before anybody looked at it hangs on the machine alone, so both
   * are the same here: it did its work. One that failed before it was seen to run is told at once.
   */
  private RunningLoad started(YamlCluster cluster, List<String> line) {
    try {
      return new Program(cluster.client(entry.name(), id -> spec(id, line)));
    } catch (ComponentEndedException e) {
      if (e.exitCode() != 0) {
        throw e;
      }
      return new EndedProgram();
    }
  }

  private String send(YamlCluster cluster, long number) {
    Names names = names(cluster, number);
    if (!entry.to().isEmpty()) {
      String id = entry.to().get((int) (number % entry.to().size()));
      names = cluster.addresses().of(cluster.component(id)).or(names);
    }
    Answer answer = entry.request().ask(names, entry.within());
    Health health = entry.acknowledged().of(answer);
    return switch (health) {
      case SERVING -> "acknowledged";
      case REFUSING -> "refused";
      case SILENT -> RootLocale.format("unanswered within %d ms", entry.within().toMillis());
      default -> answer.code() == 0 ? "failed" : "failed with " + answer.code();
    };
  }

  private static Names names(YamlCluster cluster, long number) {
    return cluster
        .addresses()
        .ofAll()
        .or(Names.of(Map.of("number", Long.toString(number), "kilobyte", KILOBYTE)));
  }

  private ComponentSpec spec(String id, List<String> line) {
    return new ComponentSpec(
        id,
        "client",
        List.of(),
        new ProcessProgram(place -> line, Map.of()),
        null,
        client -> true,
        STARTED_WITHIN);
  }

  /** A program that had done its work before it was looked at. */
  private static final class EndedProgram implements RunningLoad {
    @Override
    public Map<String, Long> outcomes() {
      return Map.of(ENDED, 1L);
    }

    @Override
    public void close() {
      // Nothing runs.
    }
  }

  private static final class Program implements RunningLoad {
    private final Component client;
    private @Nullable Map<String, Long> atLast;

    Program(Component client) {
      this.client = client;
    }

    /** Traffic that ended by itself is reported: nothing was sent from then on. */
    @Override
    public synchronized Map<String, Long> outcomes() {
      if (atLast != null) {
        return atLast;
      }
      boolean runs = client.state() == ComponentState.RUNNING;
      return Map.of(runs ? "programs that ran" : ENDED, 1L);
    }

    @Override
    public synchronized void close() {
      atLast = outcomes();
      client.stop(STOP_GRACE);
    }
  }
}
