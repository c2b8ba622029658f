package io.chaoschapters.session;

import io.chaoschapters.chaos.ExperimentRun;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.EvidenceCollector;
import io.chaoschapters.diagnosis.evidence.OwnWords;
import io.chaoschapters.diagnosis.evidence.Redaction;
import io.chaoschapters.monitor.Monitor;
import io.chaoschapters.settings.AiSettings;
import io.chaoschapters.subject.Observation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Gathers evidence about a chapter: how the system was at its steady state, and how it is now. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class EvidenceGatherer {
  private final Environment environment;
  private final Monitor monitor;
  private final @Nullable ExperimentRun run;
  private final Observation steady;
  private final Instant logFrom;

  /**
   * Takes the steady state.
   *
   * @param run the chapter's experiment, whose baseline is the steady state; without one, what was
   *     observed last is
   * @param scheduled lines printed from here on until the steady state belong to the steady state
   */
  public EvidenceGatherer(
      Environment environment, Monitor monitor, @Nullable ExperimentRun run, Instant scheduled) {
    this.environment = environment;
    this.monitor = monitor;
    this.run = run;
    this.steady =
        run == null
            ? environment.monitor().latest().orElseGet(environment.monitor()::observeNow)
            : run.baseline();
    this.logFrom = scheduled;
  }

  public Evidence gather() {
    return gather(ThreadLocalRandom.current().nextLong());
  }

  /** The seed decides the order of the glossary. */
  public Evidence gather(long seed) {
    Instant steadyUntil = run == null ? steady.at() : run.injectedAt();
    EvidenceCollector collector =
        new EvidenceCollector(
            environment.subject().glossary(),
            environment.subject().signals(),
            steady,
            environment.logs(logFrom, steadyUntil));
    List<Observation> since = new ArrayList<>(monitor.observations());
    since.removeIf(observation -> !observation.at().isAfter(steady.at()));
    monitor.latest().filter(now -> !since.contains(now)).ifPresent(since::add);
    Evidence evidence =
        collector.collect(
            since, monitor.violations(), environment.logs(steadyUntil, Instant.now()), seed);
    Evidence shown =
        environment.settings().isOn(AiSettings.REDACT) ? Redaction.of(evidence) : evidence;
    return environment.settings().isOn(AiSettings.MASK_TERMS) ? OwnWords.masked(shown) : shown;
  }
}
