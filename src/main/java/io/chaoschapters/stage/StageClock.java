package io.chaoschapters.stage;

import java.util.function.LongSupplier;
import org.apiguardian.api.API;

/** Tells the time of the run between events, by a clock that does not go back. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class StageClock {
  private static final double NANOS = 1e9;

  private final LongSupplier nanoTime;
  private double elapsed;
  private long anchor;

  /** A clock at 0 s. */
  public StageClock(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.anchor = nanoTime.getAsLong();
  }

  /** An event has just happened at a time, in seconds since the run started. */
  public synchronized void set(double seconds) {
    elapsed = seconds;
    anchor = nanoTime.getAsLong();
  }

  /** Seconds since the run started. */
  public synchronized double now() {
    return elapsed + (nanoTime.getAsLong() - anchor) / NANOS;
  }
}
