package io.chaoschapters.metrics;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apiguardian.api.API;

/** The last values that were read of one counter, wherever it was read. Thread safe. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class CounterWindow {
  /** Values closer together than a part of the window are not kept: all of it has room. */
  private static final int PARTS = 1000;

  private final long millis;
  private final Series series;

  /** An empty one. */
  public CounterWindow(Duration window) {
    this.millis = window.toMillis();
    this.series = new Series(Map.of(), millis, PARTS + 2);
  }

  /**
   * Adds a value and returns the increase per second as of a metric; empty while it is the only
   * one.
   *
   * @param at in milliseconds, of a clock that only goes forward
   */
  public synchronized OptionalDouble perSecond(long at, double value) {
    if (series.isEmpty() || at - series.newestTime() >= millis / PARTS) {
      series.append(at, value);
    }
    long to = Math.max(at, series.newestTime());
    List<Series.Sample> samples = series.between(to - millis, to);
    if (at > series.newestTime()) {
      samples.add(new Series.Sample(at, value));
    }
    return ExtrapolatedRate.of(samples, to - millis, to);
  }
}
