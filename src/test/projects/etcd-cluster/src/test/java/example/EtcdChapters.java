package example;

import static io.chaoschapters.ChaosAssertions.assertThat;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.diagnosis.Diagnostician;
import io.chaoschapters.monitor.Monitor;

@ChaosDemo(subject = "etcd")
class EtcdChapters {

  @Chapter(order = 1, title = "Control: writes, and nothing else", autoAdvance = true)
  @Experiment("ordinary-writes")
  void allIsWell(Monitor monitor, Diagnostician ai) {
    assertThat(monitor).staysWithinBounds();
    assertThat(ai.diagnose()).findsNoAnomaly();
  }

  @Chapter(order = 2, title = "Whoever leads")
  @Experiment("leader-killed")
  void twoGoOn(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("members-serve");
    assertThat(ai.diagnose()).names("member down");
  }

  @Chapter(order = 3, title = "Full")
  @Experiment("quota-filled")
  void tooMuchIsWritten(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("size-below-quota");
    assertThat(ai.diagnose()).names("space quota exceeded");
  }
}
