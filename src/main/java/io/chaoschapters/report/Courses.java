package io.chaoschapters.report;

import io.chaoschapters.journal.EventType;
import io.chaoschapters.journal.JournalEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The curves of a chapter: the subject's main signals, and each invariant that was violated. */
final class Courses {
  private final ChapterRecord chapter;
  private final SignalInfos signals;

  private Courses(ChapterRecord chapter, SignalInfos signals) {
    this.chapter = chapter;
    this.signals = signals;
  }

  static List<Course> of(ChapterRecord chapter, SignalInfos signals) {
    Courses courses = new Courses(chapter, signals);
    List<Course> all = new ArrayList<>(signals.shown().stream().map(courses::signal).toList());
    for (String invariant : courses.violated()) {
      Course course = courses.invariant(invariant);
      // An invariant often measures a signal that is drawn already.
      if (all.stream().noneMatch(course::sameValues)) {
        all.add(course);
      }
    }
    return all.stream().filter(course -> !course.points().isEmpty()).toList();
  }

  private Set<String> violated() {
    return chapter.all(EventType.VIOLATION_RAISED).stream()
        .map(event -> event.text("invariant"))
        .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
  }

  private Course signal(SignalInfos.Info info) {
    List<Course.Point> points = new ArrayList<>();
    for (JournalEvent event : chapter.observed()) {
      Map<?, ?> values = event.data().get("signals") instanceof Map<?, ?> map ? map : Map.of();
      points.add(
          new Course.Point(
              event.elapsed() - chapter.from(),
              number(values, info.id()),
              Double.NaN,
              number(values, info.limit())));
    }
    return new Course(info.label(), info.description(), info.unit(), info.scaleMax(), points);
  }

  private Course invariant(String id) {
    List<Course.Point> points = new ArrayList<>();
    String statement = id;
    String unit = "";
    for (JournalEvent event : chapter.observed()) {
      for (Map<?, ?> status : statuses(event)) {
        if (id.equals(status.get("id"))) {
          statement = Objects.toString(status.get("statement"), id);
          unit = Objects.toString(status.get("unit"), "");
          points.add(
              new Course.Point(
                  event.elapsed() - chapter.from(),
                  number(status, "measured"),
                  number(status, "min"),
                  number(status, "max")));
        }
      }
    }
    return new Course(id, statement, unit, Double.NaN, points);
  }

  private static List<Map<?, ?>> statuses(JournalEvent event) {
    List<Map<?, ?>> statuses = new ArrayList<>();
    if (event.data().get("invariants") instanceof Collection<?> all) {
      for (Object status : all) {
        if (status instanceof Map<?, ?> map) {
          statuses.add(map);
        }
      }
    }
    return statuses;
  }

  private static double number(Map<?, ?> map, String key) {
    return map.get(key) instanceof Number number ? number.doubleValue() : Double.NaN;
  }
}
