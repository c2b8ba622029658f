package io.chaoschapters.subjects.ratelimiter.service;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where Redis is and how long to wait for it.
 *
 * @param password null where none is asked for
 * @param timeout bounds each connect, each read and the wait for a free connection
 */
record StoreAddress(String host, int port, @Nullable String password, Duration timeout) {

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
