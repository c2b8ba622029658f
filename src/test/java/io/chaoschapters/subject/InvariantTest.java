package io.chaoschapters.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class InvariantTest {
  @Test
  void copies_keepWhatTheyDoNotChange() {
    Invariant made =
        Invariant.ofSystem("queue-small", "the queue is small", "", seen -> null)
            .steadyFor(Duration.ofSeconds(3))
            .withHysteresis(4, 5);

    assertThat(made.steadyFor()).isEqualTo(Duration.ofSeconds(3));
    assertThat(made.steadyFor(Duration.ZERO).raiseAfter()).isEqualTo(4);
  }
}
