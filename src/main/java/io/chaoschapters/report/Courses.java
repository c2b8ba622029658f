package io.chaoschapters.report;

import io.chaoschapters.report.plot.Course;
import io.chaoschapters.run.Observed;
import io.chaoschapters.run.view.Sample;
import io.chaoschapters.subject.Signal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The curves of a chapter: the subject's main signals, and each invariant that was violated. */
final class Courses {
  private static final int FIRST_SHOWN = 3;

  private final PlayedChapter chapter;

  private Courses(PlayedChapter chapter) {
    this.chapter = chapter;
  }

  static List<Course> of(PlayedChapter chapter, List<Signal> signals) {
    Courses courses = new Courses(chapter);
    List<Course> all = new ArrayList<>(shown(signals).stream().map(courses::signal).toList());
    for (String invariant : courses.violated()) {
      Course course = courses.invariant(invariant);
      // An invariant often measures a signal that is drawn already.
      if (all.stream().noneMatch(course::sameValues)) {
        all.add(course);
      }
    }
    return all.stream().filter(course -> !course.points().isEmpty()).toList();
  }

  /** The subject's first signals and those with a limit; what is only another's limit is not. */
  private static List<Signal> shown(List<Signal> signals) {
    List<Signal> drawn =
        signals.stream()
            .filter(s -> signals.stream().noneMatch(other -> s.id().equals(other.limit())))
            .toList();
    List<Signal> first = drawn.subList(0, Math.min(FIRST_SHOWN, drawn.size()));
    return drawn.stream().filter(s -> first.contains(s) || s.limit() != null).toList();
  }

  private Set<String> violated() {
    Set<String> ids = new LinkedHashSet<>();
    chapter.view().violations().forEach(violation -> ids.add(violation.raised().invariant()));
    return ids;
  }

  private Course signal(Signal signal) {
    List<Course.Point> points = new ArrayList<>();
    for (Sample sample : chapter.samples()) {
      String limit = signal.limit();
      points.add(
          new Course.Point(
              chapter.since(sample.at()),
              sample.value(signal.id()),
              Double.NaN,
              limit == null ? Double.NaN : sample.value(limit),
              sample.why(signal.id())));
    }
    return new Course(
        signal.label(), signal.description(), signal.unit(), signal.scaleMax(), points);
  }

  private Course invariant(String id) {
    List<Course.Point> points = new ArrayList<>();
    String statement = id;
    String unit = "";
    for (Sample sample : chapter.samples()) {
      for (Observed.Check check : sample.seen().invariants()) {
        if (check.id().equals(id)) {
          statement = check.statement();
          unit = check.unit();
          points.add(
              new Course.Point(
                  chapter.since(sample.at()),
                  number(check.measured()),
                  number(check.min()),
                  number(check.max()),
                  check.why() == null ? "" : check.why()));
        }
      }
    }
    return new Course(id, statement, unit, Double.NaN, points);
  }

  private static double number(@Nullable Double value) {
    return value == null ? Double.NaN : value;
  }
}
