package io.chaoschapters.session;

import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.Redaction;
import io.chaoschapters.diagnosis.evidence.SystemView;
import io.chaoschapters.metrics.PromQlSource;
import io.chaoschapters.monitor.InvariantStatus;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.settings.AiSettings;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What can be seen of the system that runs, from the beginning of the chapter on. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class LiveView implements SystemView {
  private final Environment environment;
  private final Supplier<Evidence> evidence;
  private final Instant from;

  /**
   * Makes one.
   *
   * @param evidence gathers it as it is at the moment
   * @param from what happened before is not shown
   */
  public LiveView(Environment environment, Supplier<Evidence> evidence, Instant from) {
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

  /** The user's own before the one that was started for the run, which knows less. */
  @Override
  public Optional<PromQlSource> promQl() {
    return environment.cluster().prometheus().or(() -> environment.metrics().promQl());
  }

  private static @Nullable Boolean holds(InvariantStatus status) {
    return switch (status.state()) {
      case HOLDS -> true;
      case VIOLATED -> false;
      case UNKNOWN -> null;
    };
  }
}
