package io.chaoschapters.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.monitor.InvariantStatus;
import io.chaoschapters.subject.Bound;
import io.chaoschapters.subject.Measurement;
import io.chaoschapters.subject.Reading;
import io.chaoschapters.toy.ToySubject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SteadyStateWordsTest {
  @Test
  void invariantWithoutUnit_hasNoBlankInItsPlace() {
    InvariantStatus status =
        new InvariantStatus(
            new ToySubject().invariants().get(1),
            InvariantStatus.State.VIOLATED,
            Measurement.of(Reading.of(0), Bound.atLeast(3)),
            Instant.EPOCH);
    assertThat(SteadyState.words(status))
        .isEqualTo("'nodes-answer' is out of bounds (0, bound at least 3)");
  }
}
