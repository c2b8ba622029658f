package io.chaoschapters.subjects.ratelimiter.service;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are dear to make, made once for all who asked before they began to be made: what
 * anybody gets is never older than his question.
 */
final class SharedBytes {
  private final Supplier<byte[]> source;
  private byte @Nullable [] latest;
  private long begunNanos;

  SharedBytes(Supplier<byte[]> source) {
    this.source = source;
  }

  /**
   * Bytes not older than a question.
   *
   * @param askedNanos when it was asked, of {@link System#nanoTime()}
   */
  synchronized byte[] since(long askedNanos) {
    byte[] found = latest;
    if (found == null || begunNanos - askedNanos < 0) {
      begunNanos = System.nanoTime();
      found = source.get();
      latest = found;
    }
    return found;
  }
}
