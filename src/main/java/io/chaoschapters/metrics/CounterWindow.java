package io.chaoschapters.metrics;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;
import org.apiguardian.api.API;

/** The last values that were read of one counter, wherever it was read. Thread safe. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class CounterWindow {
  private static final int MOST = 1024;

  private final long millis;
  private final Series series;

  /** An empty one. */
  public CounterWindow(Duration window) {
    this.millis = window.toMillis();
    this.series = new Series(Map.of(), millis, MOST);
  }

  /**
   * Adds a value and returns the increase per second as of a metric; empty while it is the only
   * one.
   *
   * @param at in milliseconds, of a clock that only goes forward
   */
  public synchronized OptionalDouble perSecond(long at, double value) {
    series.append(at, value);
    long to = Math.max(at, series.newestTime());
    return ExtrapolatedRate.of(series.between(to - millis, to), to - millis, to);
  }
}
