package io.chaoschapters.subjects.tikv;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.subject.Health;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class UndeliveredTest {
  private static StoreReading reading(double toStoreTwo) {
    return new StoreReading(
        Health.SERVING, OptionalInt.of(2), Map.of("2", toStoreTwo), Optional.empty());
  }

  @Test
  void twoCountersRise_twoStoresComplain() {
    StoreReading silent = StoreReading.without(Health.SILENT);
    Undelivered undelivered =
        new Undelivered(
            List.of(reading(1), silent, reading(4)), List.of(reading(2), silent, reading(5)));

    assertThat(undelivered.reportedBy("2")).isEqualTo(2);
    assertThat(undelivered.reportedBy("1")).isZero();
  }

  @Test
  void firstLook_saysNothing() {
    assertThat(new Undelivered(List.of(), List.of(reading(7))).reportedBy("2")).isZero();
  }
}
