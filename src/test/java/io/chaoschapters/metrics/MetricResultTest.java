package io.chaoschapters.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricResultTest {

  private static final Instant EARLIER = Instant.ofEpochSecond(1000);
  private static final Instant LATER = Instant.ofEpochSecond(1001);

  private final MetricResult two =
      new MetricResult(
          List.of(
              new MetricValue(Map.of("node", "n1"), 1, LATER),
              new MetricValue(Map.of("node", "n2"), 2, EARLIER)));

  @Test
  void empty_isUnknownAndNotZero() {
    assertThat(MetricResult.empty().isEmpty()).isTrue();
    assertThat(MetricResult.empty().single()).isEmpty();
    assertThat(MetricResult.empty().newest()).isEmpty();
  }

  @Test
  void severalValues_singleIsRefusedButOneCanBeChosen() {
    assertThatIllegalStateException().isThrownBy(two::single).withMessageContaining("sum()");
    assertThat(two.single("node", "n2")).hasValue(2);
    assertThat(two.single("node", "n3")).isEmpty();
  }

  @Test
  void severalValues_newestIsTheLatest() {
    assertThat(two.newest()).contains(LATER);
  }

  @Test
  void nan_isNoValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MetricValue(Map.of(), Double.NaN, LATER));
  }
}
