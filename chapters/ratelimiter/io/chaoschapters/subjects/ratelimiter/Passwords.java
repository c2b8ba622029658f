package io.chaoschapters.subjects.ratelimiter;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Passwords that live as long as a run. */
final class Passwords {
  private static final int BYTES = 16;

  private Passwords() {}

  static String random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
