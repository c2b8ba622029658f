package io.chaoschapters.report.plot;

import static io.chaoschapters.report.plot.Drawing.at;
import static io.chaoschapters.text.RootLocale.format;

import io.chaoschapters.report.html.Markup;
import io.chaoschapters.report.html.Span;
import io.chaoschapters.report.html.Texts;
import io.chaoschapters.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apiguardian.api.API;

/**
 * One course as an inline picture: on a fixed scale, with the limit drawn in, faults shaded, and
 * gaps where the value was not known.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class PlotSvg {
  private static final double LEFT = 46;
  private static final double RIGHT = 352;
  private static final double TOP = 34;
  private static final double BOTTOM = 146;
  private static final double LABEL_ROOM = 60;
  private static final double SHOWN_POINTS = 80;

  private final Markup page;
  private final Drawing drawing;
  private final Course course;
  private final List<Span> faults;
  private final Scale scale;
  private final double seconds;
  private final double longestStep;

  /**
   * Begins a picture.
   *
   * @param seconds the length of the axis of time
   * @param longestStep seconds between two observations above which nothing is known in between
   */
  public PlotSvg(
      Markup page, Course course, List<Span> faults, double seconds, double longestStep) {
    this.page = page;
    this.drawing = new Drawing(page);
    this.course = course;
    this.faults = faults;
    this.scale = Scale.of(course);
    this.seconds = Math.max(seconds, 0.1);
    this.longestStep = longestStep;
  }

  public void write(String id) {
    drawing.write(
        id,
        course.label(),
        description(),
        () -> {
          faults.forEach(this::fault);
          axes();
          bound(Course.Point::max);
          bound(Course.Point::min);
          boundWords();
          unknown();
          course();
        });
  }

  private String description() {
    List<String> parts = new ArrayList<>();
    parts.add(format("Over %s.", Texts.duration(seconds)));
    course
        .known()
        .boxed()
        .reduce((first, last) -> last)
        .ifPresent(
            last ->
                parts.add(
                    format(
                        "Lowest %s, highest %s, last %s.",
                        words(course.known().min().orElse(last)),
                        words(course.known().max().orElse(last)),
                        words(last))));
    lastBound(Course.Point::max).forEach(max -> parts.add("Limit " + words(max) + "."));
    lastBound(Course.Point::min).forEach(min -> parts.add("At least " + words(min) + "."));
    faults.forEach(span -> parts.add(span.words()));
    if (course.unknown() > 0) {
      parts.add(
          format("Unknown in %d of %d observations.", course.unknown(), course.points().size()));
    }
    return String.join(" ", parts);
  }

  private String words(double value) {
    return Texts.quantity(value, course.unit());
  }

  private List<Double> lastBound(ToDoubleFunction<Course.Point> of) {
    return course.points().stream()
        .map(of::applyAsDouble)
        .filter(Double::isFinite)
        .reduce((first, last) -> last)
        .map(List::of)
        .orElse(List.of());
  }

  private void fault(Span span) {
    double from = x(span.from());
    double to = Math.max(from + 1, x(Math.min(span.to(), seconds)));
    page.empty(
        "rect",
        "class",
        "fault",
        "x",
        at(from),
        "y",
        at(TOP),
        "width",
        at(to - from),
        "height",
        at(BOTTOM - TOP));
    drawing.line("fault-edge", from, TOP - 6, from, BOTTOM);
    if (span.ended()) {
      drawing.line("fault-edge", to, TOP - 6, to, BOTTOM);
    }
    boolean fits = from + LABEL_ROOM < RIGHT;
    label("fault-word", fits ? from - 3 : RIGHT, TOP - 9, fits ? "start" : "end", "▼ fault");
    if (span.ended() && to - from > LABEL_ROOM + LABEL_ROOM / 2) {
      label("fault-word", to + 3, TOP - 9, "end", "end ▼");
    }
  }

  private void axes() {
    label("unit", 4, 12, "start", course.unit().isEmpty() ? "count" : course.unit());
    for (double tick : scale.ticks()) {
      drawing.line(tick == 0 ? "axis" : "grid", LEFT, y(tick), RIGHT, y(tick));
      label("tick", LEFT - 5, y(tick) + 4, "end", Numbers.plain(tick));
    }
    double step = Scale.timeStep(seconds);
    for (int i = 0; i * step <= seconds; i++) {
      double x = x(i * step);
      drawing.line("axis", x, BOTTOM, x, BOTTOM + 4);
      label("tick", x, BOTTOM + 16, "middle", Numbers.plain(i * step));
    }
    label("unit", RIGHT, Drawing.HEIGHT - 2, "end", "seconds since the chapter began");
  }

  /** A limit may move, so it is drawn from point to point; outside the scale it is only named. */
  private void bound(ToDoubleFunction<Course.Point> of) {
    StringBuilder path = new StringBuilder();
    boolean open = false;
    for (Course.Point point : course.points()) {
      double value = of.applyAsDouble(point);
      boolean drawn = Double.isFinite(value) && scale.contains(value);
      if (drawn) {
        path.append(format("%s%.1f %.1f", open ? "L" : "M", x(point.at()), y(value)));
      }
      open = drawn;
    }
    if (!path.isEmpty()) {
      page.empty("path", "class", "limit", "d", path.toString());
    }
  }

  private void boundWords() {
    List<Double> max = lastBound(Course.Point::max);
    List<Double> min = lastBound(Course.Point::min);
    if (!max.isEmpty() && !min.isEmpty()) {
      boundWord(
          min.get(0).equals(max.get(0)) ? "must be " : "limits " + number(min) + " and ", max);
    } else if (!max.isEmpty()) {
      boundWord("limit ", max);
    } else if (!min.isEmpty()) {
      boundWord("at least ", min);
    }
  }

  private void boundWord(String word, List<Double> bound) {
    double value = bound.get(0);
    String where = scale.contains(value) ? "" : value > scale.to() ? " ↑" : " ↓";
    label("limit-word", RIGHT, 12, "end", "┄ " + word + number(bound) + where);
  }

  private static String number(List<Double> bound) {
    return Numbers.plain(bound.get(0));
  }

  /** Where the value was not known, the foot of the plot is dotted. */
  private void unknown() {
    List<Course.Point> points = course.points();
    for (int i = 0; i < points.size(); i++) {
      if (!points.get(i).isKnown()) {
        double from = x(i == 0 ? 0 : points.get(i - 1).at());
        double to = x(i + 1 < points.size() ? points.get(i + 1).at() : seconds);
        drawing.line("unknown", from, BOTTOM - 3, Math.max(to, from + 2), BOTTOM - 3);
      }
    }
  }

  private void course() {
    StringBuilder path = new StringBuilder();
    Course.Point before = null;
    for (Course.Point point : course.points()) {
      if (!point.isKnown()) {
        before = null;
        continue;
      }
      boolean joined = before != null && point.at() - before.at() <= longestStep;
      path.append(format("%s%.1f %.1f", joined ? "L" : "M", x(point.at()), y(point.value())));
      before = point;
    }
    if (path.length() > 0) {
      page.empty("path", "class", "course", "d", path.toString());
    }
    if (course.points().size() <= SHOWN_POINTS) {
      course.points().stream()
          .filter(Course.Point::isKnown)
          .forEach(
              point ->
                  page.empty(
                      "circle",
                      "class",
                      "point",
                      "cx",
                      at(x(point.at())),
                      "cy",
                      at(y(point.value())),
                      "r",
                      "2"));
    }
  }

  private void label(String type, double x, double y, String anchor, String text) {
    page.leaf("text", text, "class", type, "x", at(x), "y", at(y), "text-anchor", anchor);
  }

  private double x(double time) {
    return LEFT + Math.min(1, Math.max(0, time / seconds)) * (RIGHT - LEFT);
  }

  private double y(double value) {
    return BOTTOM - scale.share(value) * (BOTTOM - TOP);
  }
}
