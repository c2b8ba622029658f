package io.chaoschapters.subjects.tikv;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.subject.Health;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UndeliveredTest {
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
  private static final StoreReading SILENT = StoreReading.without(Health.SILENT);
  private static final StoreReading QUIET = counts(Map.of());

  private final RecentReadings recent = new RecentReadings();

  private static StoreReading counts(Map<String, Double> undelivered) {
    return new StoreReading(
        Health.SERVING, RegionRoles.none(), Optional.of(undelivered), Optional.empty());
  }

  private static StoreReading toTwo(double count) {
    return counts(Map.of("2", count));
  }

  /** How many complain of the second store after a look at this second. */
  private int complaints(int second, StoreReading... now) {
    return recent.add(BEGIN.plusSeconds(second), List.of(now)).reportedBy(1, "2");
  }

  @Test
  void counterAppearsWithTheFirstFailure_isARise() {
    assertThat(complaints(0, QUIET, QUIET, QUIET)).isZero();
    assertThat(complaints(1, toTwo(1), QUIET, QUIET)).isEqualTo(1);
    assertThat(complaints(2, toTwo(1), QUIET, toTwo(1))).isEqualTo(2);
  }

  @Test
  void pageWasNotRead_nothingIsKnownAndNothingRises() {
    StoreReading unread =
        new StoreReading(Health.SERVING, RegionRoles.none(), Optional.empty(), Optional.empty());

    assertThat(complaints(0, unread, QUIET, unread)).isZero();
    assertThat(complaints(1, toTwo(7), QUIET, toTwo(7))).isZero();
    assertThat(complaints(2, unread, QUIET, toTwo(8))).isEqualTo(1);
    assertThat(complaints(3, toTwo(9), QUIET, toTwo(8))).isEqualTo(2);
  }

  @Test
  void counterStandsStillBetweenItsSteps_storeIsComplainedOfAllTheTime() {
    int[] steps = {0, 1, 1, 1, 1, 1, 45, 45, 45, 45, 45, 100};
    for (int second = 0; second < steps.length; second++) {
      int seen = complaints(second, toTwo(steps[second]), QUIET, toTwo(steps[second]));
      assertThat(seen).as("second %d", second).isEqualTo(second == 0 ? 0 : 2);
    }
  }

  @Test
  void stepsEnd_soDoTheComplaints() {
    complaints(0, QUIET, QUIET, QUIET);
    assertThat(complaints(1, toTwo(1), QUIET, toTwo(1))).isEqualTo(2);
    assertThat(complaints(8, toTwo(1), QUIET, toTwo(1))).isZero();
  }

  @Test
  void storeWasDown_whatWasForItThenIsNoComplaint() {
    complaints(0, QUIET, QUIET, QUIET);
    assertThat(complaints(1, toTwo(1), SILENT, toTwo(1))).isZero();
    assertThat(complaints(2, toTwo(40), SILENT, toTwo(40))).isZero();
    assertThat(complaints(3, toTwo(40), QUIET, toTwo(40))).isZero();
    // One more step, when others try to connect again.
    assertThat(complaints(4, toTwo(80), QUIET, toTwo(80))).isZero();
    assertThat(complaints(7, toTwo(81), QUIET, toTwo(80))).isEqualTo(1);
  }

  @Test
  void storeThatCountsWasStartedAnew_smallerCounterIsARise() {
    complaints(0, toTwo(1021), QUIET, QUIET);
    assertThat(complaints(1, QUIET, QUIET, QUIET)).isZero();
    assertThat(complaints(2, toTwo(1), QUIET, QUIET)).isEqualTo(1);
  }

  @Test
  void firstLook_saysNothing() {
    assertThat(complaints(0, toTwo(7), QUIET, toTwo(7))).isZero();
  }
}
