package io.chaoschapters.stage.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.run.SampleEvents;
import io.chaoschapters.run.view.Sample;
import io.chaoschapters.subject.Signal;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignalTrackTest {

  @Test
  void signalWithoutAScale_growsAndNeverShrinks() {
    assertThat(track(130).scale()).isEqualTo(200);
    assertThat(track(130, 3).scale()).isEqualTo(200);
  }

  private static SignalTrack track(double... values) {
    return new SignalTrack(
        new Signal("a", "a", "", "", Double.NaN, null),
        Arrays.stream(values)
            .mapToObj(value -> new Sample(1, SampleEvents.signals(Map.of("a", value))))
            .toList());
  }
}
