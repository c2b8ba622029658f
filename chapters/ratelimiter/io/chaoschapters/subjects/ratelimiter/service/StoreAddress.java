package io.chaoschapters.subjects.ratelimiter.service;

import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where Redis is and how long to wait for it.
 *
 * @param password null where none is asked for
 * @param timeout bounds each connect, each read and the wait for a free connection
 */
record StoreAddress(String host, int port, @Nullable String password, Duration timeout) {
  private static final Duration SHORTEST = Duration.ofMillis(10);
  private static final Duration LONGEST = Duration.ofSeconds(10);

  StoreAddress {
    if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
      throw new BadRequestException(
          RootLocale.format(
              "The timeout of Redis is %d ms; it must be from 10ms to 10s.", timeout.toMillis()));
    }
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
