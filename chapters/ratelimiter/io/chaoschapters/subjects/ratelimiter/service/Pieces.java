package io.chaoschapters.subjects.ratelimiter.service;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer, a piece at a time: a client that does not take it keeps a piece of it in
 * memory.
 */
interface Pieces {
  int PIECE = 32 * 1024;

  /** The next piece; null when there is none left. */
  @Nullable ByteBuffer next();

  /** How many bytes stay in memory until all of it is taken. */
  int bytesKept();

  /** Pieces of what is in memory as a whole. */
  static Pieces of(byte[] whole) {
    ByteBuffer rest = ByteBuffer.wrap(whole);
    return new Pieces() {
      @Override
      public @Nullable ByteBuffer next() {
        if (!rest.hasRemaining()) {
          return null;
        }
        ByteBuffer piece = rest.slice(rest.position(), Math.min(PIECE, rest.remaining()));
        rest.position(rest.position() + piece.remaining());
        return piece;
      }

      @Override
      public int bytesKept() {
        return whole.length;
      }
    };
  }
}
