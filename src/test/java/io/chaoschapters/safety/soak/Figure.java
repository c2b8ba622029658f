package io.chaoschapters.safety.soak;

import io.chaoschapters.text.RootLocale;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * One figure over a soak: at its start, in its middle, at its end, and whether it stayed flat.
 *
 * <p>Memory is the least of a fifth of the rounds: a client that was closed a moment ago still
 * holds some, and only what is never let go of raises the least. Counts are the median of the
 * fifth, so that one odd sample decides nothing. The first fifth is warm-up and left out: classes
 * are loaded and code is compiled then.
 */
enum Figure {
  HEAP("live heap, KiB", Sample::heap, Of.LEAST, 0.05, 1024),
  NON_HEAP("classes and compiled code, KiB", Sample::nonHeap, Of.LEAST, 0.10, 2048),
  RESIDENT("resident memory, KiB", Sample::resident, Of.LEAST, 0.15, 16 * 1024),
  THREADS("threads", Sample::threads, Of.MEDIAN, 0, 2),
  HANDLES("file handles", Sample::handles, Of.MEDIAN, 0, 3),
  PROCESSES("processes left", Sample::processes, Of.MEDIAN, 0, 0);

  private enum Of {
    LEAST,
    MEDIAN
  }

  /** Below this a fifth is a single round or none. */
  static final int FEWEST_ROUNDS = 5;

  private final String label;
  private final ToLongFunction<Sample> value;
  private final Of of;
  private final double allowedShare;
  private final long allowedMore;

  Figure(String label, ToLongFunction<Sample> value, Of of, double allowedShare, long allowedMore) {
    this.label = label;
    this.value = value;
    this.of = of;
    this.allowedShare = allowedShare;
    this.allowedMore = allowedMore;
  }

  String label() {
    return label;
  }

  long atStart(List<Sample> rounds) {
    return fifth(rounds, 1);
  }

  long inMiddle(List<Sample> rounds) {
    return fifth(rounds, 2);
  }

  long atEnd(List<Sample> rounds) {
    return fifth(rounds, 4);
  }

  /** How much more it may be at the end than at the start. */
  long allowance(List<Sample> rounds) {
    return Math.round(atStart(rounds) * allowedShare) + allowedMore;
  }

  boolean isFlat(List<Sample> rounds) {
    return atEnd(rounds) - atStart(rounds) <= allowance(rounds);
  }

  private long fifth(List<Sample> rounds, int which) {
    int size = rounds.size();
    long[] values =
        rounds.subList(size * which / 5, size * (which + 1) / 5).stream()
            .mapToLong(value)
            .sorted()
            .toArray();
    if (values.length == 0) {
      throw new IllegalArgumentException(
          RootLocale.format(
              "A soak needs %d rounds, not %d: %s", FEWEST_ROUNDS, size, Arrays.toString(values)));
    }
    return of == Of.LEAST ? values[0] : values[values.length / 2];
  }
}
