package io.chaoschapters.monitor;

import static io.chaoschapters.monitor.InvariantChecker.Change.CLEARED;
import static io.chaoschapters.monitor.InvariantChecker.Change.NONE;
import static io.chaoschapters.monitor.InvariantChecker.Change.RAISED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.subject.Bound;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.Measurement;
import io.chaoschapters.subject.Observation;
import io.chaoschapters.subject.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InvariantCheckerTest {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
  private static final double UNKNOWN = Double.NaN;

  private Instant now = START;

  private static InvariantChecker checker(int raiseAfter, int clearAfter) {
    Invariant invariant =
        new Invariant(
            "small",
            "it is small",
            "items",
            Invariant.Kind.SYSTEM,
            raiseAfter,
            clearAfter,
            Duration.ZERO,
            seen -> Measurement.of(seen.signal("size"), Bound.atMost(10)));
    return new InvariantChecker(invariant, Duration.ofMillis(800));
  }

  /** What changes with values that are seen one second apart. */
  private List<InvariantChecker.Change> changes(InvariantChecker checker, double... values) {
    return Arrays.stream(values).mapToObj(value -> after(checker, 1000, value)).toList();
  }

  private InvariantChecker.Change after(InvariantChecker checker, long millis, double value) {
    now = now.plusMillis(millis);
    return checker.check(new Observation(now, List.of(), Map.of("size", Reading.of(value))));
  }

  @Test
  void outOfBoundsOften_isRaisedOnceAndClearedAfterAsManyGoodOnes() {
    assertThat(changes(checker(2, 2), 11, 12, 13, 5, 5, 5))
        .containsExactly(NONE, RAISED, NONE, NONE, CLEARED, NONE);
  }

  @Test
  void oneGoodOneBetween_beginsTheCountAgain() {
    assertThat(changes(checker(2, 1), 11, 5, 11, 11)).containsExactly(NONE, NONE, NONE, RAISED);
    assertThat(changes(checker(1, 2), 11, 5, 11, 5, 5))
        .containsExactly(RAISED, NONE, NONE, NONE, CLEARED);
  }

  @Test
  void observationsInAHurry_countAsOne() {
    InvariantChecker checker = checker(2, 1);
    assertThat(after(checker, 0, 11)).isEqualTo(NONE);
    assertThat(after(checker, 100, 11)).isEqualTo(NONE);
    assertThat(after(checker, 600, 11)).isEqualTo(NONE);
    assertThat(after(checker, 100, 11)).isEqualTo(RAISED);
  }

  @Test
  void unknown_neitherRaisesNorClears() {
    InvariantChecker checker = checker(1, 2);
    assertThat(changes(checker, UNKNOWN, 11, UNKNOWN, 5, UNKNOWN, 5))
        .containsExactly(NONE, RAISED, NONE, NONE, NONE, CLEARED);
  }

  @Test
  void unknownWhileItLasts_statusIsUnknownAndTheViolationStays() {
    InvariantChecker checker = checker(1, 1);
    changes(checker, 11, UNKNOWN);
    assertThat(checker.status().orElseThrow().state()).isEqualTo(InvariantStatus.State.UNKNOWN);
    assertThat(checker.current()).isPresent();
  }

  @Test
  void measureThrows_isUnknownWithTheReason() {
    Invariant broken =
        Invariant.ofSystem(
            "broken",
            "it can be measured",
            "",
            seen -> {
              throw new IllegalStateException("no such thing");
            });
    InvariantChecker checker = new InvariantChecker(broken, Duration.ofMillis(800));
    assertThat(after(checker, 0, 1)).isEqualTo(NONE);
    InvariantStatus status = checker.status().orElseThrow();
    assertThat(status.state()).isEqualTo(InvariantStatus.State.UNKNOWN);
    assertThat(status.measurement().reading().why())
        .matches(
            "the check itself failed: IllegalStateException: no such thing, at "
                + "io.chaoschapters.monitor.InvariantCheckerTest.lambda.* .InvariantCheckerTest.java:96.");
  }

  @Test
  void violation_keepsItsBeginningItsWorstAndItsNewest() {
    InvariantChecker checker = checker(1, 1);
    changes(checker, 11, 30, 12);
    Violation lasting = checker.current().orElseThrow();
    assertThat(lasting.raised()).isEqualTo(START.plusSeconds(1));
    assertThat(lasting.worst()).isEqualTo(30);
    assertThat(lasting.measured()).isEqualTo(12);
    assertThat(lasting.excess()).isEqualTo(2);
    assertThat(lasting.sentence())
        .isEqualTo("it is small does not hold: measured 12 items, bound at most 10 items");
    changes(checker, 5);
    Violation over = checker.lastCleared().orElseThrow();
    assertThat(over.isActive()).isFalse();
    assertThat(over.sentence()).endsWith(" (lasted 3.0 s, in bounds again)");
    assertThat(checker.current()).isEmpty();
  }

  @Test
  void status_saysSinceWhen() {
    InvariantChecker checker = checker(1, 1);
    changes(checker, 5, 5, 11, 11);
    assertThat(checker.status().orElseThrow().since()).isEqualTo(START.plusSeconds(3));
  }

  @Test
  void hysteresisBelowOne_isRefused() {
    assertThatThrownBy(() -> checker(0, 1)).hasMessageContaining("at least 1");
  }
}
