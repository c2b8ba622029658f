package example;

import static io.chaoschapters.ChaosAssertions.assertThat;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.diagnosis.Diagnostician;
import io.chaoschapters.monitor.Monitor;

@ChaosDemo(subject = "ticker")
class TickerChapters {

  @Chapter(order = 1, title = "A ticker dies")
  @Experiment("ticker-killed")
  void oneIsKilled(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("servers-answer");
    assertThat(ai.diagnose()).names("server down");
  }
}
