package @package@;

import static io.chaoschapters.ChaosAssertions.assertThat;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.diagnosis.Diagnostician;
import io.chaoschapters.monitor.Monitor;

@ChaosDemo(subject = "@name@")
class @Class@Chapters {

  @Chapter(order = 1, title = "An ordinary day", autoAdvance = true)
  @Experiment("ordinary-day")
  void allIsWell(Monitor monitor, Diagnostician ai) {
    assertThat(monitor).staysWithinBounds();
    assertThat(ai.diagnose()).findsNoAnomaly();
  }

  @Chapter(order = 2, title = "One of two")
  @Experiment("node-killed")
  void oneIsMissing(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("nodes-serve");
    assertThat(ai.diagnose()).names("node down");
  }
}
