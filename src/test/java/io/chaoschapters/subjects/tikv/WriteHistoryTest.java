package io.chaoschapters.subjects.tikv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WriteHistoryTest {
  private final WriteHistory history = new WriteHistory();

  @Test
  void nextExperiment_beginsEmptyAndForgetsNothing() {
    history.begin();
    history.present().acknowledged(1, "first", "1", 0);
    WriteLedger first = history.present();
    history.begin();
    history.present().acknowledged(1, "second", "2", 0);
    first.acknowledged(2, "late", "3", 0);

    assertThat(history.present().acknowledged()).containsOnlyKeys("second");
    assertThat(history.present().name()).isNotEqualTo(first.name());
    assertThat(history.acknowledged())
        .containsEntry("first", "1")
        .containsEntry("second", "2")
        .containsEntry("late", "3")
        .hasSize(3);
  }
}
