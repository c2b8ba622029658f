package io.chaoschapters.diagnosis.evidence;

import io.chaoschapters.diagnosis.evidence.Evidence.CourseEvent;
import io.chaoschapters.monitor.Violation;
import io.chaoschapters.runtime.LogLine;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Observation;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What happened since the steady state, oldest first: states that changed, what components say of
 * themselves, invariants that left their bounds or came back, new kinds of log lines.
 */
final class Course {
  /** What is more would hide what came first. */
  static final int MOST = 30;

  static final int MOST_LINES = 8;

  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");

  private final Instant from;
  private final List<CourseEvent> events = new ArrayList<>();

  private Course(Instant from) {
    this.from = from;
  }

  /**
   * Tells the course.
   *
   * @param steady the steady state
   * @param since observations after it, oldest first
   * @param violations raised since
   * @param log what was printed since, oldest first
   */
  static List<CourseEvent> of(
      Observation steady,
      List<Observation> since,
      List<Violation> violations,
      List<LogLine> steadyLog,
      List<LogLine> log) {
    Course course = new Course(steady.at());
    course.components(steady, since);
    violations.forEach(course::violation);
    LogSelection.first(steadyLog, log, MOST_LINES).forEach(course::printed);
    return course.events.stream()
        .filter(event -> event.seconds() >= 0)
        .sorted(Comparator.comparingDouble(CourseEvent::seconds))
        .limit(MOST)
        .toList();
  }

  private void components(Observation steady, List<Observation> since) {
    Map<String, ComponentStatus> last = new HashMap<>();
    steady.components().forEach(status -> last.put(status.id(), status));
    for (Observation observation : since) {
      for (ComponentStatus now : observation.components()) {
        ComponentStatus before = last.put(now.id(), now);
        if (before == null || before.health() != now.health()) {
          add(observation.at(), now.id() + " " + now.words());
        } else if (!now.detail().isEmpty() && !shape(before).equals(shape(now))) {
          add(observation.at(), now.id() + ": " + now.detail());
        }
      }
    }
  }

  /** What is not a number that changes all the time. An id in hexadecimal may be who leads. */
  private static String shape(ComponentStatus status) {
    return NUMBER.matcher(status.detail()).replaceAll("#");
  }

  private void violation(Violation violation) {
    String what =
        (violation.component() == null ? "" : violation.component() + ": ")
            + violation.invariant().statement();
    add(violation.raised(), RootLocale.format(CoreText.get("course.raised"), what));
    if (violation.cleared() != null) {
      add(violation.cleared(), RootLocale.format(CoreText.get("course.cleared"), what));
    }
  }

  private void printed(LogLine line) {
    add(
        line.at(),
        RootLocale.format(CoreText.get("course.printed"), line.component(), line.text()));
  }

  private void add(Instant at, String words) {
    double seconds = Duration.between(from, at).toMillis() / 1000.0;
    events.add(new CourseEvent(seconds, words));
  }
}
