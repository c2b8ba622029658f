package io.chaoschapters.diagnosis.evidence;

import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Glossary;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apiguardian.api.API;

/**
 * All that a diagnoser is given, and nothing that tells it the answer.
 *
 * @param takenAt when the newest observation was complete
 * @param components every component as it was seen last, in a stable order
 * @param violations invariants that left their bounds since the steady state, oldest first; those
 *     that are over included
 * @param signals every signal, at the steady state and now
 * @param log lines that were printed since the steady state and not before, warnings first
 * @param course what happened since the steady state, oldest first; empty when it was not kept
 * @param baseline the same system's own steady state, for contrast
 * @param glossary the terms to choose from, in an order without meaning
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Evidence(
    Instant takenAt,
    List<ComponentStatus> components,
    List<ViolationEvidence> violations,
    List<SignalChange> signals,
    List<LogEvidence> log,
    List<CourseEvent> course,
    Baseline baseline,
    Glossary glossary) {
  @API(status = API.Status.INTERNAL, since = "0.1")
  public Evidence {
    components = List.copyOf(components);
    violations = List.copyOf(violations);
    signals = List.copyOf(signals);
    log = List.copyOf(log);
    // Evidence that was saved before the course was kept does not have it.
    course = List.copyOf(Objects.requireNonNullElse(course, List.of()));
  }

  /** Evidence of which the course was not kept. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public Evidence(
      Instant takenAt,
      List<ComponentStatus> components,
      List<ViolationEvidence> violations,
      List<SignalChange> signals,
      List<LogEvidence> log,
      Baseline baseline,
      Glossary glossary) {
    this(takenAt, components, violations, signals, log, List.of(), baseline, glossary);
  }

  /** Violations that last. */
  public List<ViolationEvidence> activeViolations() {
    return violations.stream().filter(ViolationEvidence::active).toList();
  }

  /** The evidence that the same system gave at its steady state, in the same form. */
  public Evidence atSteadyState() {
    List<SignalChange> unchanged =
        signals.stream()
            .map(
                s ->
                    new SignalChange(
                        s.id(), s.label(), s.description(), s.unit(), s.before(), s.before()))
            .toList();
    return new Evidence(
        baseline.takenAt(),
        baseline.components(),
        List.of(),
        unchanged,
        baseline.log(),
        List.of(),
        baseline,
        glossary);
  }

  /**
   * Something that happened since the steady state, in words that hold for any system.
   *
   * @param seconds after the steady state
   * @param words what was seen, without a cause
   */
  public record CourseEvent(double seconds, String words) {}
}
