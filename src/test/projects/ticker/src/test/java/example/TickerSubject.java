package example;

import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.HttpReady;
import io.chaoschapters.runtime.ProcessProgram;
import io.chaoschapters.subject.Bound;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.Measurement;
import io.chaoschapters.subject.Signal;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.subject.Term;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Two servers of this project's own, as processes. */
public final class TickerSubject implements Subject<TickerCluster> {
  static final String PORT = "http";

  @Override
  public String id() {
    return "ticker";
  }

  @Override
  public String title() {
    return "Two tickers";
  }

  @Override
  public List<String> targets() {
    return List.of("ticker-1", "ticker-2");
  }

  @Override
  public TickerCluster start(ComponentRuntime runtime) {
    return new TickerCluster(runtime.start(targets().stream().map(TickerSubject::server).toList()));
  }

  private static ComponentSpec server(String id) {
    ProcessProgram program =
        new ProcessProgram(
            place ->
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx16m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    classes(),
                    Ticker.class.getName(),
                    Integer.toString(place.port(PORT))),
            Map.of());
    return ComponentSpec.of(id, "ticker", new HttpReady(PORT, "/"), Duration.ofSeconds(60))
        .withPorts(PORT)
        .asProcess(program);
  }

  private static String classes() {
    try {
      return Path.of(Ticker.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public List<Signal> signals() {
    return List.of(new Signal("answering", "servers answering", "Servers that answer", "", 2));
  }

  @Override
  public List<Invariant> invariants() {
    return List.of(
        Invariant.ofSystem(
            "servers-answer",
            "both servers answer",
            "",
            seen -> Measurement.of(seen.signal("answering"), Bound.atLeast(2))));
  }

  @Override
  public Glossary glossary() {
    return new Glossary(
        List.of(
            Term.of("server down", "The server refuses connections."),
            Term.of("server frozen", "Requests to the server time out: it is silent."),
            Term.of("wrong answer", "All servers answer, but with wrong contents.")));
  }
}
