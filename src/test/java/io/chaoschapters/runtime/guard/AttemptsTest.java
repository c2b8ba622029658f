package io.chaoschapters.runtime.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AttemptsTest {
  private final AtomicInteger attempts = new AtomicInteger();

  @Test
  void failsAtFirst_isDoneOnce() throws IOException {
    Attempts.at(() -> failUntil(3));

    assertThat(attempts).hasValue(3);
  }

  @Test
  void alwaysFails_isGivenUpWithTheLastFailure() {
    assertThatThrownBy(() -> Attempts.at(() -> failUntil(Integer.MAX_VALUE)))
        .isInstanceOf(IOException.class)
        .hasMessage("attempt 6");
  }

  private void failUntil(int good) throws IOException {
    int attempt = attempts.incrementAndGet();
    if (attempt < good) {
      throw new IOException("attempt " + attempt);
    }
  }
}
