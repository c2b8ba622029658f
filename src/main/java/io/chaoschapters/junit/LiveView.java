package io.chaoschapters.junit;

import io.chaoschapters.diagnosis.Evidence;
import io.chaoschapters.diagnosis.Redaction;
import io.chaoschapters.diagnosis.SystemView;
import io.chaoschapters.monitor.InvariantStatus;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.settings.AiSettings;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What can be seen of the system that runs, from the beginning of the chapter on. */
final class LiveView implements SystemView {
  private final Environment environment;
  private final Supplier<Evidence> evidence;
  private final Instant from;

  LiveView(Environment environment, Supplier<Evidence> evidence, Instant from) {
    this.environment = environment;
    this.evidence = evidence;
    this.from = from;
  }

  @Override
  public Evidence now() {
    return evidence.get();
  }

  @Override
  public Optional<List<Sample>> course(String signal) {
    if (environment.subject().signals().stream().map(Signal::id).noneMatch(signal::equals)) {
      return Optional.empty();
    }
    return Optional.of(
        environment.monitor().since(from).stream()
            .map(observed -> new Sample(observed.at(), observed.signal(signal)))
            .toList());
  }

  @Override
  public Optional<List<Line>> log(String component, Instant since) {
    boolean redact = environment.settings().isOn(AiSettings.REDACT);
    Instant start = since.isBefore(from) ? from : since;
    return environment.cluster().components().stream()
        .filter(candidate -> candidate.id().equals(component))
        .findFirst()
        .map(Component.class::cast)
        .map(
            found ->
                found.logsSince(start).stream()
                    .map(
                        line ->
                            new Line(line.at(), redact ? Redaction.line(line.text()) : line.text()))
                    .toList());
  }

  @Override
  public List<Statement> statements() {
    return environment.monitor().statuses().stream()
        .filter(status -> status.invariant().kind() == Invariant.Kind.SYSTEM)
        .map(status -> new Statement(LiveTools.words(status), holds(status)))
        .toList();
  }

  private static @org.jspecify.annotations.Nullable Boolean holds(InvariantStatus status) {
    return switch (status.state()) {
      case HOLDS -> true;
      case VIOLATED -> false;
      case UNKNOWN -> null;
    };
  }
}
