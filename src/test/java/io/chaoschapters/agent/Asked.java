package io.chaoschapters.agent;

import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.diagnosis.Diagnosers;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.EvidenceCase;
import io.chaoschapters.diagnosis.EvidenceCases;
import io.chaoschapters.diagnosis.Inquiry;
import io.chaoschapters.diagnosis.Preparation;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.SavedView;
import io.chaoschapters.diagnosis.evidence.SystemView;
import io.chaoschapters.diagnosis.leak.ForbiddenPhrases;
import io.chaoschapters.diagnosis.leak.LeakCheck;
import io.chaoschapters.metrics.PromQlSource;
import io.chaoschapters.run.AgentEvent;
import io.chaoschapters.run.AgentWork;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An agent of a test, and what came of asking it about a made-up situation. */
final class Asked {
  static final String SYSTEM = "store-cluster";

  final Path run;
  final List<AgentEvent> steps = new CopyOnWriteArrayList<>();
  final List<String> notes = new CopyOnWriteArrayList<>();
  final StringBuffer said = new StringBuffer();
  private final Path scratch;
  private List<String> forbidden = List.of();
  private Optional<PromQlSource> prometheus = Optional.empty();

  Asked(Path scratch) throws IOException {
    this.scratch = scratch;
    this.run = Files.createDirectories(scratch.resolve("run"));
  }

  static EvidenceCase situation(boolean control) {
    return EvidenceCases.of(SYSTEM).stream()
        .filter(c -> control ? c.isControl() : c.isFault())
        .findFirst()
        .orElseThrow();
  }

  /** The program of the tests, copied to where an agent that is kept apart may read it. */
  Path program() throws IOException {
    return copied("agent.py");
  }

  Path copied(String name) throws IOException {
    return Agents.copied(name, Files.createDirectories(scratch.resolve("program")));
  }

  /** Starts a server of the tests, which writes its port into a file; it is given more to write. */
  Server serve(List<String> python, String program, String... more) throws IOException {
    Path port = scratch.resolve("port");
    List<String> command = new ArrayList<>(python);
    command.addAll(List.of(copied(program).toString(), port.toString()));
    command.addAll(List.of(more));
    Process process = new ProcessBuilder(command).inheritIO().start();
    Wait.atMost("port of " + program, Duration.ofSeconds(20))
        .until(
            () ->
                new Progress(
                    Files.exists(port) && process.isAlive() && port.toFile().length() > 0,
                    "no port yet"));
    return new Server(process, Integer.parseInt(Files.readString(port).strip()));
  }

  /** A server of the tests. */
  record Server(Process process, int port) implements AutoCloseable {
    @Override
    public void close() {
      process.destroyForcibly().onExit().join();
    }
  }

  Asked forbidding(String... phrases) {
    forbidden = List.of(phrases);
    return this;
  }

  /** From now on what is looked at has a Prometheus; null ends that. */
  void measuredBy(@Nullable PromQlSource source) {
    prometheus = Optional.ofNullable(source);
  }

  /** Asks agent.py to behave in a way. */
  Diagnosis command(String mode, String more, String... arguments) throws IOException {
    String line =
        Stream.concat(
                Stream.of("python3", program().toString(), mode, "{mcp_url}", "{mcp_token}"),
                Stream.of(arguments))
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(", "));
    return ask(
        "agent: a\nkind: command\ncommand: ["
            + line
            + "]\nreadable: ['"
            + program().getParent()
            + "']\n"
            + more);
  }

  Diagnosis ask(String yaml) throws IOException {
    return ask(yaml, situation(true), Map.of());
  }

  Diagnosis ask(String yaml, EvidenceCase situation, Map<String, String> more) throws IOException {
    try (Diagnoser agent = open(yaml, more)) {
      return ask(agent, situation);
    }
  }

  Diagnoser open(String yaml, Map<String, String> more) throws IOException {
    Path file = Files.writeString(scratch.resolve("a.yaml"), yaml);
    Map<String, String> settings = new java.util.HashMap<>(more);
    settings.put("ai.agent", file.toString());
    Diagnoser agent = Diagnosers.open("a", Settings.of(settings));
    agent.warmUp(new Preparation(EvidenceCases.glossary(SYSTEM), run, notes::add));
    return agent;
  }

  Diagnosis ask(Diagnoser agent, EvidenceCase situation) {
    Inquiry inquiry =
        new Inquiry(
                situation.evidence(),
                new LeakCheck(
                    situation.evidence().glossary(), new ForbiddenPhrases(forbidden, List.of())),
                said::append,
                notes::add,
                null)
            .withView(
                new MeasuredView(new SavedView(situation.evidence()), prometheus), steps::add);
    return agent.diagnose(inquiry);
  }

  static AgentWork work(Diagnosis diagnosis) {
    AgentWork work = diagnosis.provenance().work();
    if (work == null) {
      throw new AssertionError("no work");
    }
    return work;
  }

  /** Saved evidence, and perhaps a Prometheus beside it. */
  private record MeasuredView(SystemView saved, Optional<PromQlSource> promQl)
      implements SystemView {
    @Override
    public Evidence now() {
      return saved.now();
    }

    @Override
    public Optional<List<Sample>> course(String signal) {
      return saved.course(signal);
    }

    @Override
    public Optional<List<Line>> log(String component, Instant since) {
      return saved.log(component, since);
    }

    @Override
    public List<Statement> statements() {
      return saved.statements();
    }
  }

  String trajectory(Diagnosis diagnosis) throws IOException {
    return Files.readString(run.resolve(String.valueOf(work(diagnosis).trajectory())));
  }
}
