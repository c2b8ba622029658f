package io.chaoschapters.subjects.ratelimiter.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharedBytesTest {
  private int made;
  private final SharedBytes bytes = new SharedBytes(() -> new byte[] {(byte) ++made});

  @Test
  void whoAskedBeforeTheyWereMade_sharesThem() {
    long asked = System.nanoTime();

    assertThat(bytes.since(asked)).isSameAs(bytes.since(asked));
  }

  @Test
  void whoAskedAfterwards_getsNewOnes() {
    byte[] old = bytes.since(System.nanoTime());
    long asked = System.nanoTime();

    assertThat(bytes.since(asked + 1)).isNotEqualTo(old);
  }
}
