package io.chaoschapters.subjects.tikv.service.metrics;

import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** Counts durations in buckets that double from 50 microseconds, as TiKV's gRPC server does. */
public final class DurationHistogram {
  private static final double FIRST_SECONDS = 0.00005;
  private static final int BUCKETS = 22;
  private static final double NANOS = 1e9;

  private final AtomicLongArray counts = new AtomicLongArray(BUCKETS + 1);
  private final LongAdder nanos = new LongAdder();
  private final String labels;

  /**
   * Makes an empty one.
   *
   * @param labels such as {@code type="raw_put"}
   */
  public DurationHistogram(String labels) {
    this.labels = labels;
  }

  /** Its labels, without those of buckets. */
  public String labels() {
    return labels;
  }

  /** Counts one. */
  public void record(long tookNanos) {
    double seconds = tookNanos / NANOS;
    int bucket = 0;
    while (bucket < BUCKETS && seconds > bound(bucket)) {
      bucket++;
    }
    counts.incrementAndGet(bucket);
    nanos.add(tookNanos);
  }

  private static double bound(int bucket) {
    return FIRST_SECONDS * (1L << bucket);
  }

  /** Tells all of it. */
  public void tell(LiveFamily.Samples samples) {
    long total = 0;
    for (int i = 0; i <= BUCKETS; i++) {
      total += counts.get(i);
    }
    long below = 0;
    for (int i = 0; i <= BUCKETS; i++) {
      below += counts.get(i);
      samples.value("_bucket", labels + ",le=\"" + le(i) + '"', below);
    }
    samples.value("_sum", labels, nanos.sum() / NANOS);
    samples.value("_count", labels, total);
  }

  /** As Rust writes them, with all digits and never with an exponent. */
  private static String le(int bucket) {
    return bucket == BUCKETS
        ? "+Inf"
        : BigDecimal.valueOf(bound(bucket)).stripTrailingZeros().toPlainString();
  }
}
