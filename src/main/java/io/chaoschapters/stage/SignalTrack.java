package io.chaoschapters.stage;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A signal's course.
 *
 * @param id its id
 * @param label a short name
 * @param unit may be empty
 * @param scaleMax the upper end of its fixed scale; NaN when the subject did not give one
 * @param limit the id of the signal that is its limit, or empty
 * @param points oldest first; at most {@value #KEPT}
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record SignalTrack(
    String id, String label, String unit, double scaleMax, String limit, List<Point> points) {
  static final int KEPT = 400;

  /**
   * A value at a time.
   *
   * @param at seconds since the run started
   * @param value NaN when it was not known
   * @param notYet whether it was not known only because there was nothing to measure
   */
  public record Point(double at, double value, boolean notYet) {}

  /** Copies the points. */
  public SignalTrack {
    points = List.copyOf(points);
  }

  SignalTrack plus(double at, double value, boolean notYet) {
    int from = Math.max(0, points.size() + 1 - KEPT);
    List<Point> all = new ArrayList<>(points.subList(from, points.size()));
    all.add(new Point(at, value, notYet));
    return new SignalTrack(id, label, unit, scaleMax, limit, all);
  }

  /** The newest value; NaN when it is not known. */
  public double latest() {
    return points.isEmpty() ? Double.NaN : points.get(points.size() - 1).value();
  }

  /** Whether the newest value is not known only because there is nothing to measure. */
  public boolean isNotYet() {
    return !points.isEmpty() && points.get(points.size() - 1).notYet();
  }

  /**
   * The upper end of the scale that is drawn: the fixed one, else the next 1, 2 or 5 times a power
   * of ten above everything seen, which grows but never shrinks.
   */
  public double scale() {
    if (scaleMax > 0) {
      return scaleMax;
    }
    double most =
        points.stream().mapToDouble(Point::value).filter(Double::isFinite).max().orElse(1);
    return roundedUp(most);
  }

  /** The next 1, 2 or 5 times a power of ten. */
  static double roundedUp(double most) {
    double power = Math.pow(10, Math.floor(Math.log10(Math.max(most, 1e-9))));
    for (double step : new double[] {1, 2, 5}) {
      if (most <= step * power) {
        return step * power;
      }
    }
    return 10 * power;
  }
}
