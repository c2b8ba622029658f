package io.chaoschapters.safety.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FigureTest {
  private static final int ROUNDS = 50;

  private static List<Sample> rounds(LongUnaryOperator value) {
    return LongStream.range(0, ROUNDS)
        .map(value)
        .mapToObj(v -> new Sample(v, v, v, v, v, v))
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void whatStays_isFlat(Figure figure) {
    assertThat(figure.isFlat(rounds(round -> 40_000))).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void whatGrowsEachRound_isNotFlat(Figure figure) {
    List<Sample> growing = rounds(round -> 40_000 + 1_000 * round);

    assertThat(figure.isFlat(growing)).isFalse();
    assertThat(figure.atStart(growing)).isLessThan(figure.inMiddle(growing));
    assertThat(figure.inMiddle(growing)).isLessThan(figure.atEnd(growing));
  }

  @Test
  void warmUpAndOneOddRound_areNoLeak() {
    List<Sample> rounds = rounds(round -> round < 10 ? round : round == 45 ? 900 : 10);

    assertThat(Figure.THREADS.isFlat(rounds)).isTrue();
  }

  @Test
  void memoryThatLingersAfterSomeRounds_isNoLeak() {
    assertThat(Figure.HEAP.isFlat(rounds(round -> round % 3 == 0 && round < 40 ? 27_000 : 34_000)))
        .as("the least has risen by a quarter")
        .isFalse();
    assertThat(Figure.HEAP.isFlat(rounds(round -> round % 3 == 0 ? 27_000 : 34_000))).isTrue();
  }

  @Test
  void aThreadEveryTenRounds_isALeak() {
    assertThat(Figure.THREADS.isFlat(rounds(round -> 30 + round / 10))).isFalse();
  }

  @Test
  void lookingAtThisProcess_seesItsThreadsAndHandles() throws Exception {
    Sample sample = Sample.take();

    assertThat(sample.threads()).isPositive();
    assertThat(sample.handles()).isPositive();
    assertThat(sample.resident()).isGreaterThan(sample.heap() / 4);
  }
}
