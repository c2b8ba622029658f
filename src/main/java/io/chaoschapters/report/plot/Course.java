package io.chaoschapters.report.plot;

import io.chaoschapters.report.html.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apiguardian.api.API;

/**
 * A value in the course of a chapter, with what bounds it.
 *
 * @param label a short name
 * @param description may be empty
 * @param unit may be empty
 * @param scaleMax the upper end of its fixed scale, NaN when there is none
 * @param points oldest first
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Course(
    String label, String description, String unit, double scaleMax, List<Point> points) {
  /** The most points that are drawn: a curve of 300 pixels cannot show more. */
  private static final int MOST_POINTS = 400;

  /**
   * One observation.
   *
   * @param at seconds since the chapter began
   * @param value NaN when it was not known
   * @param min the smallest value in bounds, NaN when there is none
   * @param max the largest value in bounds, NaN when there is none
   * @param why why the value was not known; empty when it was
   */
  public record Point(double at, double value, double min, double max, String why) {
    boolean isKnown() {
      return Double.isFinite(value);
    }

    /** The value, or why it was not known. */
    public String words() {
      return isKnown() || why.isEmpty() ? Texts.quantity(value, "") : "unknown: " + why;
    }
  }

  public Course {
    points = thinned(points);
  }

  DoubleStream known() {
    return points.stream().filter(Point::isKnown).mapToDouble(Point::value);
  }

  public long unknown() {
    return points.stream().filter(point -> !point.isKnown()).count();
  }

  public boolean sameValues(Course other) {
    return points.stream()
        .map(Point::value)
        .toList()
        .equals(other.points.stream().map(Point::value).toList());
  }

  /** Keeps the lowest and the highest of neighbors, and that something was unknown. */
  private static List<Point> thinned(List<Point> points) {
    if (points.size() <= MOST_POINTS) {
      return List.copyOf(points);
    }
    int together = (int) Math.ceil(points.size() * 3.0 / MOST_POINTS);
    List<Point> kept = new ArrayList<>();
    for (int from = 0; from < points.size(); from += together) {
      keep(points.subList(from, Math.min(points.size(), from + together)), kept);
    }
    return List.copyOf(kept);
  }

  private static void keep(List<Point> neighbors, List<Point> kept) {
    Point lowest = null;
    Point highest = null;
    Point unknown = null;
    for (Point point : neighbors) {
      if (!point.isKnown()) {
        unknown = point;
      } else {
        lowest = lowest == null || point.value() < lowest.value() ? point : lowest;
        highest = highest == null || point.value() > highest.value() ? point : highest;
      }
    }
    for (Point point : neighbors) {
      if (point == lowest || point == highest || point == unknown) {
        kept.add(point);
      }
    }
  }
}
