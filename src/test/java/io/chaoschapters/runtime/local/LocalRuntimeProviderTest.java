package io.chaoschapters.runtime.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.runtime.process.ProcessStates;
import io.chaoschapters.settings.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalRuntimeProviderTest {
  @ParameterizedTest
  @ValueSource(strings = {"Linux", "Mac OS X"})
  void unix_isUsable(String system) {
    assertThat(
            new LocalRuntimeProvider(system).availability(List.of(), Settings.ofProcess()).usable())
        .isTrue();
  }

  @Test
  void windows_isRefusedWithTheWayOut() {
    var availability =
        new LocalRuntimeProvider("Windows 11").availability(List.of(), Settings.ofProcess());

    assertThat(availability.usable()).isFalse();
    assertThat(availability.reason())
        .isEqualTo("processes cannot be frozen on Windows; use WSL or Docker");
  }

  @ParameterizedTest
  @ValueSource(strings = {"T", "T+", "TN"})
  void psSaysStopped_isSuspended(String state) {
    assertThat(ProcessStates.stateOf(state)).isEqualTo(ProcessStates.State.SUSPENDED);
  }

  @Test
  void psSaysNothingOrZombie_isGone() {
    assertThat(ProcessStates.stateOf("")).isEqualTo(ProcessStates.State.GONE);
    assertThat(ProcessStates.stateOf("Z+")).isEqualTo(ProcessStates.State.GONE);
  }
}
