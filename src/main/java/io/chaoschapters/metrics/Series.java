package io.chaoschapters.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A bounded ring of the samples of one series, in the order of time. Not thread safe. */
final class Series {

  /** A value at a time in milliseconds since the epoch. */
  record Sample(long time, double value) {}

  /** A quiet NaN with a payload of its own, so that a scraped NaN differs from it. */
  private static final long STALE_BITS = 0x7ff8000000000002L;

  private static final int FIRST_CAPACITY = 16;

  private final Map<String, String> labels;
  private final long retentionMillis;
  private final int maxSamples;
  private long[] times = new long[FIRST_CAPACITY];
  private double[] values = new double[FIRST_CAPACITY];
  private int first;
  private int size;

  Series(Map<String, String> labels, long retentionMillis, int maxSamples) {
    this.labels = labels;
    this.retentionMillis = retentionMillis;
    this.maxSamples = maxSamples;
  }

  Map<String, String> labels() {
    return labels;
  }

  /** Adds a sample; one that is not newer than the newest is dropped, as Prometheus does. */
  void append(long time, double value) {
    if (size > 0 && time <= newestTime()) {
      return;
    }
    while (size > 0 && (size == maxSamples || times[first] < time - retentionMillis)) {
      first = (first + 1) % times.length;
      size--;
    }
    if (size == times.length) {
      grow();
    }
    int slot = (first + size) % times.length;
    times[slot] = time;
    values[slot] = value;
    size++;
  }

  /** Says that the series ended: from this time on it is unknown until its next sample. */
  void markStale(long time) {
    append(time, Double.longBitsToDouble(STALE_BITS));
  }

  boolean isEmpty() {
    return size == 0;
  }

  long newestTime() {
    return times[(first + size - 1) % times.length];
  }

  /** The newest sample up to a time, unless it is older than the bound or the series ended. */
  Optional<Sample> latest(long at, long staleAfterMillis) {
    for (int i = size - 1; i >= 0; i--) {
      int slot = (first + i) % times.length;
      if (times[slot] <= at) {
        return times[slot] < at - staleAfterMillis || isStaleMarker(values[slot])
            ? Optional.empty()
            : Optional.of(new Sample(times[slot], values[slot]));
      }
    }
    return Optional.empty();
  }

  /** The samples from one time to another, both included, as in Prometheus before 3.0. */
  List<Sample> between(long from, long to) {
    var samples = new ArrayList<Sample>();
    for (int i = 0; i < size; i++) {
      int slot = (first + i) % times.length;
      if (times[slot] >= from && times[slot] <= to && !isStaleMarker(values[slot])) {
        samples.add(new Sample(times[slot], values[slot]));
      }
    }
    return samples;
  }

  private static boolean isStaleMarker(double value) {
    return Double.doubleToRawLongBits(value) == STALE_BITS;
  }

  private void grow() {
    int length = times.length;
    long[] moreTimes = Arrays.copyOfRange(times, first, first + 2 * length);
    double[] moreValues = Arrays.copyOfRange(values, first, first + 2 * length);
    System.arraycopy(times, 0, moreTimes, length - first, first);
    System.arraycopy(values, 0, moreValues, length - first, first);
    times = moreTimes;
    values = moreValues;
    first = 0;
  }
}
