package io.chaoschapters.diagnosis.evidence;

import io.chaoschapters.monitor.Violation;
import io.chaoschapters.runtime.LogLine;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Observation;
import io.chaoschapters.subject.Signal;
import java.util.List;
import org.apiguardian.api.API;

/** Makes evidence from what was observed at the steady state and since. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class EvidenceCollector {
  private final Glossary glossary;
  private final List<Signal> signals;
  private final Observation steady;
  private final List<LogLine> steadyLog;

  /**
   * Keeps the steady state for contrast.
   *
   * @param steady the last observation of the steady state
   * @param steadyLog what all components printed until then, oldest first
   */
  public EvidenceCollector(
      Glossary glossary, List<Signal> signals, Observation steady, List<LogLine> steadyLog) {
    this.glossary = glossary;
    this.signals = List.copyOf(signals);
    this.steady = steady;
    this.steadyLog = List.copyOf(steadyLog);
  }

  /**
   * Makes the evidence.
   *
   * @param observed all observations since the steady state, oldest first, the newest last; without
   *     any, the steady state is the newest
   * @param violations since the steady state, those that are over included
   * @param log what all components printed since the steady state, oldest first
   * @param seed decides the order of the glossary
   */
  public Evidence collect(
      List<Observation> observed, List<Violation> violations, List<LogLine> log, long seed) {
    Observation now = observed.isEmpty() ? steady : observed.get(observed.size() - 1);
    return new Evidence(
        now.at(),
        now.components(),
        violations.stream().map(ViolationEvidence::of).toList(),
        signals.stream().map(signal -> change(signal, now)).toList(),
        LogSelection.since(steadyLog, log),
        Course.of(steady, observed, violations, steadyLog, log),
        new Baseline(steady.at(), steady.components(), LogSelection.of(steadyLog)),
        glossary.shuffled(seed));
  }

  private SignalChange change(Signal signal, Observation now) {
    return new SignalChange(
        signal.id(),
        signal.label(),
        signal.description(),
        signal.unit(),
        steady.signal(signal.id()),
        now.signal(signal.id()));
  }
}
