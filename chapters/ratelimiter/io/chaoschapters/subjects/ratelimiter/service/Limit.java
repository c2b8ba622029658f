package io.chaoschapters.subjects.ratelimiter.service;

import io.chaoschapters.text.RootLocale;

/**
 * How many hits a window admits.
 *
 * @param limit 0 to {@value #MAX}; 0 admits none
 * @param windowMillis 100 ms to 31 days
 */
record Limit(long limit, long windowMillis) {
  static final long MAX = 1_000_000_000;
  private static final long SHORTEST = 100;
  private static final long LONGEST = 31L * 24 * 3600 * 1000;

  Limit {
    if (limit < 0 || limit > MAX) {
      throw new BadRequestException(
          RootLocale.format("The limit is %d; it must be from 0 to %d.", limit, MAX));
    }
    if (windowMillis < SHORTEST || windowMillis > LONGEST) {
      throw new BadRequestException(
          RootLocale.format(
              "The window is %d ms; it must be from 100ms to 744h (31 days).", windowMillis));
    }
  }
}
