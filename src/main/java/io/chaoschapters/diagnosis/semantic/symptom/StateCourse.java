package io.chaoschapters.diagnosis.semantic.symptom;

import io.chaoschapters.diagnosis.evidence.CoreText;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.ViolationEvidence;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Health;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** When components came into their states, as the course of events tells. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class StateCourse {
  /** In seconds: what is nearer to each other is of one observation. */
  private static final double SAME = 0.05;

  private final Evidence evidence;
  private final double taken;

  private StateCourse(Evidence evidence) {
    this.evidence = evidence;
    this.taken =
        Duration.between(evidence.baseline().takenAt(), evidence.takenAt()).toMillis() / 1e3;
  }

  /**
   * Evidence in which a component counts as lost that only the last observation saw answer again:
   * what is out of bounds was measured while it was lost.
   */
  public static Evidence whileLost(Evidence evidence) {
    StateCourse course = new StateCourse(evidence);
    return evidence.violations().stream().noneMatch(ViolationEvidence::active)
            || course.isRaisedInTheEnd()
        ? evidence
        : new Evidence(
            evidence.takenAt(),
            evidence.components().stream().map(course::asItWas).toList(),
            evidence.violations(),
            evidence.signals(),
            evidence.log(),
            evidence.course(),
            evidence.baseline(),
            evidence.glossary());
  }

  private boolean isRaisedInTheEnd() {
    String raised = RootLocale.format(CoreText.get("course.raised"), "");
    return evidence.course().stream()
        .anyMatch(event -> event.words().startsWith(raised) && isInTheEnd(event.seconds()));
  }

  private ComponentStatus asItWas(ComponentStatus status) {
    if (status.health() != Health.SERVING || !isInTheEnd(seconds(evidence, List.of(status)))) {
      return status;
    }
    return Stream.of(Health.REFUSING, Health.SILENT)
        .flatMap(
            health -> health.wordings().stream().map(wording -> status.withHealth(health, wording)))
        .filter(lost -> seconds(evidence, List.of(lost)) < taken)
        .findFirst()
        .orElse(status);
  }

  private boolean isInTheEnd(double seconds) {
    return Math.abs(seconds - taken) < SAME;
  }

  /** When the first of some components came into the state that it is in; infinite if not told. */
  static double seconds(Evidence evidence, List<ComponentStatus> some) {
    return evidence.course().stream()
        .filter(
            event -> some.stream().anyMatch(c -> event.words().equals(c.id() + " " + c.words())))
        .mapToDouble(event -> event.seconds())
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }
}
