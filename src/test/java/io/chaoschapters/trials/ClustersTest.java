package io.chaoschapters.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.settings.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClustersTest {
  private static final long GIB = 1L << 30;

  private static Settings parallel(String value) {
    return Settings.of(Map.of("trials.parallel", value));
  }

  @Test
  void machine_holdsFourAProcessor_andOneAGibibyte() {
    assertThat(new Clusters(2, 24 * GIB).atMost()).isEqualTo(8);
    assertThat(new Clusters(16, 7 * GIB).atMost()).isEqualTo(7);
    assertThat(new Clusters(1, GIB / 2).atMost()).isEqualTo(1);
  }

  @Test
  void moreThanTheMachineHolds_isRefusedWithWhatItHolds() {
    assertThatThrownBy(() -> new Clusters(2, 24 * GIB).wanted(parallel("9")))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContainingAll(
            "'trials.parallel' is 9", "2 processors", "24.0 GiB", "=8 or less");
    assertThat(new Clusters(2, 24 * GIB).wanted(parallel("8"))).isEqualTo(8);
  }

  @Test
  void whatIsNoNumber_isRefused() {
    assertThatThrownBy(() -> new Clusters(2, 24 * GIB).wanted(parallel("0")))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("must be a whole number, 1 or more, but is '0'");
  }
}
