package io.chaoschapters.report.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apiguardian.api.API;

/**
 * The vertical scale of a plot.
 *
 * @param from its lower end
 * @param to its upper end, above the lower
 * @param extended whether values lie outside the scale that the subject gives
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Scale(double from, double to, boolean extended) {
  private static final int STEPS = 4;

  /**
   * The subject's fixed scale, from 0, so that chapters can be compared. It is extended where
   * values lie outside: a report hides nothing.
   */
  public static Scale of(Course course) {
    double most = course.known().max().orElse(0);
    double least = Math.min(0, course.known().min().orElse(0));
    boolean fixed = course.scaleMax() > 0;
    double bound = fixed ? Double.NaN : bounds(course).max().orElse(Double.NaN);
    double wanted = Double.isNaN(bound) ? most : Math.max(most, bound);
    boolean above = fixed && most > course.scaleMax();
    double to = fixed && !above ? course.scaleMax() : roundUp(Math.max(wanted, 0));
    double from = least < 0 ? -roundUp(-least) : 0;
    // A scale that ends at 0 would draw a course at 0 along its upper edge.
    return new Scale(from, to > 0 ? to : from < 0 ? roundUp(-from / STEPS) : 1, above || least < 0);
  }

  private static DoubleStream bounds(Course course) {
    return course.points().stream()
        .flatMapToDouble(point -> DoubleStream.of(point.min(), point.max()))
        .filter(Double::isFinite);
  }

  /** The next 1, 1.5, 2, 2.5, 3, 4, 5, 6 or 8 times a power of ten. */
  private static double roundUp(double value) {
    if (value <= 0) {
      return 0;
    }
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    for (double step : new double[] {1, 1.5, 2, 2.5, 3, 4, 5, 6, 8}) {
      if (value <= step * power * (1 + 1e-9)) {
        return step * power;
      }
    }
    return 10 * power;
  }

  boolean contains(double value) {
    return value >= from && value <= to;
  }

  /** Where a value lies: 0 at the lower end, 1 at the upper. */
  double share(double value) {
    return (value - from) / (to - from);
  }

  /** The values that get a line and a number. */
  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    if (from < 0) {
      ticks.add(from);
    }
    ticks.add(0.0);
    if (from == 0) {
      ticks.add(to / 2);
    }
    ticks.add(to);
    return ticks;
  }

  /** Steps of an axis of time: 1, 2 or 5 times a power of ten seconds, at most seven of them. */
  static double timeStep(double seconds) {
    double power = Math.pow(10, Math.floor(Math.log10(Math.max(seconds, 1e-3) / 7)));
    for (double step : new double[] {1, 2, 5}) {
      if (seconds / (step * power) <= 7) {
        return step * power;
      }
    }
    return 10 * power;
  }
}
