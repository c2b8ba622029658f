package io.chaoschapters.stage.chart;

import io.chaoschapters.run.view.Sample;
import io.chaoschapters.subject.Signal;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A signal's course.
 *
 * @param signal what is measured
 * @param samples the newest observations, oldest first
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record SignalTrack(Signal signal, List<Sample> samples) {

  /** The value of an observation; NaN when it was not known. */
  double value(Sample sample) {
    return sample.value(signal.id());
  }

  /** The newest value; NaN when it is not known. */
  public double latest() {
    return samples.isEmpty() ? Double.NaN : value(newest());
  }

  /** Whether the newest value is not known only because there is nothing to measure. */
  boolean isNotYet() {
    return !samples.isEmpty() && newest().isNotYet(signal.id());
  }

  /** Why the newest value is not known; empty when it is. */
  String why() {
    return samples.isEmpty() ? "" : newest().why(signal.id());
  }

  private Sample newest() {
    return samples.get(samples.size() - 1);
  }

  /**
   * The upper end of the scale that is drawn: the fixed one, else the next 1, 2 or 5 times a power
   * of ten above everything seen, which grows but never shrinks.
   */
  public double scale() {
    if (signal.scaleMax() > 0) {
      return signal.scaleMax();
    }
    double most =
        samples.stream().mapToDouble(this::value).filter(Double::isFinite).max().orElse(1);
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
