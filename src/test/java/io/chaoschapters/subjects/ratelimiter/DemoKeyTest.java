package io.chaoschapters.subjects.ratelimiter;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.subject.ParameterText;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DemoKeyTest {
  /** Whatever time it is: now and then no usual window goes on for long enough. */
  @Test
  void window_canBeToldToANodeInEveryMinuteOfAWeek() {
    Instant monday = Instant.parse("2026-11-23T00:00:00Z");

    assertThat(LongStream.range(0, 7 * 24 * 60))
        .extracting(minute -> DemoKey.at(monday.plus(Duration.ofMinutes(minute)), 1).window())
        .allSatisfy(
            window ->
                assertThat(ParameterText.duration(ParameterText.text(window))).isEqualTo(window));
  }

  @Test
  void partsOfASecond_areKept() {
    assertThat(ParameterText.text(Duration.ofMillis(1_500))).isEqualTo("1500ms");
  }
}
