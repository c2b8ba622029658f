package io.chaoschapters.report.trials;

import io.chaoschapters.text.RootLocale;
import org.apiguardian.api.API;

/**
 * So many of so many, with what can be said of the share behind it.
 *
 * @param hits from 0 to {@code of}
 * @param of 0 or more
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Proportion(int hits, int of) {
  /** The 97.5th percentile of the standard normal distribution. */
  private static final double Z = 1.959963984540054;

  /** Checks the numbers. */
  public Proportion {
    if (hits < 0 || hits > of) {
      throw new IllegalArgumentException(RootLocale.format("%d of %d is no proportion.", hits, of));
    }
  }

  /** The share that was seen, from 0 to 1; NaN of nothing. */
  public double share() {
    return of == 0 ? Double.NaN : (double) hits / of;
  }

  /** Lower end of the 95 % Wilson score interval; 0 of nothing. */
  public double low() {
    return hits == 0 ? 0 : center() - margin();
  }

  /** Upper end of the 95 % Wilson score interval; 1 of nothing. */
  public double high() {
    return hits == of ? 1 : center() + margin();
  }

  // At no hits and at all hits the ends are 0 and 1; rounding would put them a hair inside.
  private double center() {
    return (hits + Z * Z / 2) / (of + Z * Z);
  }

  private double margin() {
    double variance = (double) hits * (of - hits) / of + Z * Z / 4;
    return Z * Math.sqrt(variance) / (of + Z * Z);
  }

  /** Such as {@code 9/10}. */
  public String words() {
    return hits + "/" + of;
  }

  /** Such as {@code 60-98 %}; a dash of nothing. */
  public String interval() {
    return of == 0
        ? "-"
        : RootLocale.format("%d-%d %%", Math.round(100 * low()), Math.round(100 * high()));
  }

  /** Both together. */
  public Proportion plus(Proportion other) {
    return new Proportion(hits + other.hits, of + other.of);
  }
}
