package io.chaoschapters.subject;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoundTest {
  private final Bound between = Bound.between(2, 5);

  @Test
  void ends_areInBounds() {
    assertThat(between.contains(2)).isTrue();
    assertThat(between.contains(5)).isTrue();
    assertThat(between.contains(1.999)).isFalse();
    assertThat(between.contains(5.001)).isFalse();
    assertThat(between.contains(Double.NaN)).isFalse();
  }

  @Test
  void excess_hasTheSignOfItsSide() {
    assertThat(between.excess(7)).isEqualTo(2);
    assertThat(between.excess(1)).isEqualTo(-1);
    assertThat(between.excess(3)).isZero();
    assertThat(Bound.atMost(100).excess(200)).isEqualTo(100);
    assertThat(Bound.atLeast(3).excess(1)).isEqualTo(-2);
  }

  @Test
  void words_sayWhichSide() {
    assertThat(Bound.atMost(100).words()).isEqualTo("at most 100");
    assertThat(Bound.atLeast(0.25).words()).isEqualTo("at least 0.25");
    assertThat(between.words()).isEqualTo("between 2 and 5");
  }
}
