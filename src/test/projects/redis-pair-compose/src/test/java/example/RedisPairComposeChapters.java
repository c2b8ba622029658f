package example;

import static io.chaoschapters.ChaosAssertions.assertThat;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.diagnosis.Diagnostician;
import io.chaoschapters.monitor.Monitor;

@ChaosDemo(subject = "redis-pair-compose")
class RedisPairComposeChapters {

  @Chapter(order = 1, title = "Control: writes, and nothing else", autoAdvance = true)
  @Experiment("ordinary-writes")
  void theReplicaFollows(Monitor monitor, Diagnostician ai) {
    assertThat(monitor).staysWithinBounds();
    assertThat(ai.diagnose()).findsNoAnomaly();
  }

  @Chapter(order = 2, title = "The replica dies")
  @Experiment("replica-killed")
  void nobodyCopies(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("servers-answer");
    assertThat(ai.diagnose()).names("replica down");
  }

  @Chapter(order = 3, title = "The replica hears nothing")
  @Experiment("replica-cut-off")
  void theReplicaStaysBehind(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("replica-is-current");
    assertThat(ai.diagnose()).names("replication lag");
  }

  @Chapter(order = 4, title = "The primary is far away")
  @Experiment("primary-late")
  void theReplicaIsAlwaysLate(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("replica-is-current");
    assertThat(ai.diagnose()).names("replication lag");
  }
}
