package io.chaoschapters.stage.panel;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.run.FaultEvent;
import io.chaoschapters.run.RecoveryEvent;
import io.chaoschapters.run.Script;
import java.util.List;
import org.junit.jupiter.api.Test;

class FooterTest {
  private static String paused(Script script, double now) {
    return Footer.paused(script.view(), now);
  }

  @Test
  void pause_saysForHowLongTheFaultIsKept() {
    Script script = new Script();
    script
        .at(10)
        .event(
            new FaultEvent.Armed("freeze", List.of(), 60, List.of("thaw it")),
            new FaultEvent.Injected("freeze", List.of(), 60),
            new FaultEvent.Kept("freeze", 180));
    assertThat(paused(script, 29.5))
        .isEqualTo("paused: the fault is kept for 161 s more at most; the cluster stays");

    script.at(70.2).event(new FaultEvent.Ended("freeze", 60, null));
    assertThat(paused(script, 80))
        .isEqualTo("paused: the fault is over; the cluster stays as it is");
  }

  /** Such a fault does not wait for the presenter, so the row says what stays and what does not. */
  @Test
  void pause_saysWhenTheFaultEndsByItself() {
    Script script = new Script();
    assertThat(paused(script, 5)).isEqualTo("paused: the cluster stays until you decide");

    script
        .at(10)
        .event(
            new FaultEvent.Armed("freeze", List.of(), 60, List.of("thaw it")),
            new FaultEvent.Injected("freeze", List.of(), 60));
    assertThat(paused(script, 29.5))
        .isEqualTo("paused: the fault ends by itself in 41 s; the cluster stays");
    assertThat(paused(script, 75)).contains("in 0 s");

    script.at(70.2).event(new FaultEvent.Ended("freeze", 60, null));
    assertThat(paused(script, 80))
        .isEqualTo("paused: the fault is over; the cluster stays as it is");

    script.event(new RecoveryEvent.Recovered(1));
    assertThat(paused(script, 90)).isEqualTo("paused: the cluster stays until you decide");
  }
}
