package io.chaoschapters.report.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimesTest {
  @Test
  void median_isInTheMiddle() {
    assertThat(Times.of(List.of(3.0, 1.0, 2.0)).median()).isEqualTo(2);
    assertThat(Times.of(List.of(4.0, 1.0, 2.0, 3.0)).median()).isEqualTo(2.5);
  }

  @Test
  void percentile_isTheNearestRank() {
    List<Double> hundred = IntStream.rangeClosed(1, 100).mapToObj(i -> (double) i).toList();

    assertThat(Times.of(hundred).percentile95()).isEqualTo(95);
    assertThat(Times.of(hundred.subList(0, 20)).percentile95()).isEqualTo(19);
    assertThat(Times.of(hundred.subList(0, 10)).percentile95()).isEqualTo(10);
  }

  @Test
  void nothingMeasured_isUnknownAndNotZero() {
    assertThat(Times.of(List.of())).isEqualTo(new Times(0, null, null));
    assertThat(Times.of(List.of()).words()).isEqualTo("-");
  }
}
