package io.chaoschapters.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.metrics.Series.Sample;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SeriesTest {

  private final Series series = new Series(Map.of(), 60_000, 100);

  @Test
  void manySamples_ringKeepsTheNewest() {
    LongStream.rangeClosed(1, 250).forEach(time -> series.append(time, time * 2));

    assertThat(series.between(0, 1000)).hasSize(100).startsWith(new Sample(151, 302));
    assertThat(series.latest(1000, 5000)).contains(new Sample(250, 500));
  }

  @Test
  void samplesOlderThanRetention_areDropped() {
    series.append(1000, 1);
    series.append(30_000, 2);
    series.append(61_001, 3);

    assertThat(series.between(0, 100_000))
        .containsExactly(new Sample(30_000, 2), new Sample(61_001, 3));
  }

  @Test
  void sampleThatIsNotNewer_isDropped() {
    series.append(1000, 1);
    series.append(1000, 2);
    series.append(999, 3);

    assertThat(series.between(0, 2000)).containsExactly(new Sample(1000, 1));
  }

  @Test
  void window_includesBothEnds() {
    LongStream.rangeClosed(1, 5).forEach(time -> series.append(time, 0));

    assertThat(series.between(2, 4)).extracting(Sample::time).containsExactly(2L, 3L, 4L);
  }

  @Test
  void latest_isUnknownWhenOlderThanBound() {
    series.append(1000, 1);

    assertThat(series.latest(999, 5000)).isEmpty();
    assertThat(series.latest(6000, 5000)).isPresent();
    assertThat(series.latest(6001, 5000)).isEmpty();
  }

  @Test
  void ended_isUnknownFromThenOnAndKnownBefore() {
    series.append(1000, 1);
    series.markStale(2000);

    assertThat(series.latest(1999, 5000)).isPresent();
    assertThat(series.latest(2000, 5000)).isEmpty();
    assertThat(series.between(0, 3000)).containsExactly(new Sample(1000, 1));
  }

  @Test
  void nanOfTheTarget_isASampleAndNoEnd() {
    series.append(1000, Double.NaN);

    assertThat(series.latest(1000, 5000)).isPresent();
  }
}
