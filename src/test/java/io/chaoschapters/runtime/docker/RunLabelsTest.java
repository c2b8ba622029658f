package io.chaoschapters.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunLabelsTest {
  private final String self = RunLabels.owner(ProcessHandle.current());

  @Test
  void ownerLives_isNotGone() {
    assertThat(RunLabels.isOwnerGone(self)).isFalse();
  }

  @Test
  void anotherProcessHasTheNumber_isGone() {
    String[] parts = self.split("/");

    assertThat(RunLabels.isOwnerGone(parts[0] + "/" + parts[1] + "/1000")).isTrue();
  }

  @Test
  void anotherMachine_nothingIsSure() {
    assertThat(RunLabels.isOwnerGone("elsewhere/1/1000")).isFalse();
  }

  @Test
  void unreadable_nothingIsSure() {
    assertThat(RunLabels.isOwnerGone("x")).isFalse();
    assertThat(RunLabels.isOwnerGone(self.split("/")[0] + "/a/b")).isFalse();
  }
}
