package io.chaoschapters.session;

import io.chaoschapters.diagnosis.evidence.EvidenceTools;
import io.chaoschapters.diagnosis.evidence.Redaction;
import io.chaoschapters.diagnosis.evidence.SystemTools;
import io.chaoschapters.monitor.InvariantStatus;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.LogLine;
import io.chaoschapters.settings.AiSettings;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.Observation;
import io.chaoschapters.subject.Signal;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/** Looks closer at the system that runs, as it was from the beginning of the chapter on. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class LiveTools implements SystemTools {
  private static final int MOST_READINGS = 40;
  private static final int MOST_LINES = 60;

  private final Environment environment;
  private final Instant from;

  public LiveTools(Environment environment, Instant from) {
    this.environment = environment;
    this.from = from;
  }

  @Override
  public String listComponents() {
    return environment.monitor().observeNow().components().stream()
        .map(EvidenceTools::words)
        .collect(Collectors.joining("\n"));
  }

  @Override
  public String queryMetric(String id) {
    List<Signal> signals = environment.subject().signals();
    Optional<Signal> signal = signals.stream().filter(s -> s.id().equals(id)).findFirst();
    return signal
        .map(this::course)
        .orElseGet(() -> EvidenceTools.unknown("metric", signals.stream().map(Signal::id)));
  }

  private String course(Signal signal) {
    List<Observation> seen = environment.monitor().since(from);
    List<Observation> shown = seen.subList(Math.max(0, seen.size() - MOST_READINGS), seen.size());
    Instant newest = shown.isEmpty() ? Instant.now() : shown.get(shown.size() - 1).at();
    String readings =
        shown.stream()
            .map(
                o ->
                    RootLocale.format(
                        "%s: %s", age(o.at(), newest), EvidenceTools.value(o.signal(signal.id()))))
            .collect(Collectors.joining("\n"));
    return RootLocale.format(
        "%s (%s) in %s, by the age of the reading:\n%s",
        signal.id(),
        signal.description(),
        signal.unit().isEmpty() ? "counts" : signal.unit(),
        readings);
  }

  private static String age(Instant at, Instant newest) {
    return RootLocale.format("%.1f s", Duration.between(at, newest).toMillis() / 1000.0);
  }

  @Override
  public String readLog(String component, int lines) {
    List<Component> components = environment.cluster().components();
    Optional<Component> found =
        components.stream().filter(c -> c.id().equals(component)).findFirst();
    if (found.isEmpty()) {
      return EvidenceTools.unknown("component", components.stream().map(Component::id));
    }
    List<LogLine> log = found.get().logsSince(from);
    int most = Math.min(MOST_LINES, Math.max(1, lines));
    boolean redact = environment.settings().isOn(AiSettings.REDACT);
    String shown =
        log.subList(Math.max(0, log.size() - most), log.size()).stream()
            .map(line -> redact ? Redaction.line(line.text()) : line.text())
            .collect(Collectors.joining("\n"));
    return shown.isEmpty() ? "It printed nothing." : shown;
  }

  @Override
  public String checkInvariants() {
    environment.monitor().observeNow();
    return environment.monitor().statuses().stream()
        .filter(status -> status.invariant().kind() == Invariant.Kind.SYSTEM)
        .map(LiveTools::words)
        .collect(Collectors.joining("\n"));
  }

  static String words(InvariantStatus status) {
    String statement = status.invariant().statement();
    return switch (status.state()) {
      case HOLDS -> statement + ": holds" + measured(status);
      case VIOLATED -> statement + ": does not hold" + measured(status);
      case UNKNOWN -> statement + ": cannot be measured";
    };
  }

  private static String measured(InvariantStatus status) {
    return RootLocale.format(
        ", measured %s, bound %s",
        EvidenceTools.value(status.measurement().reading()), status.measurement().bound().words());
  }
}
