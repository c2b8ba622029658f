package example;

import static io.chaoschapters.ChaosAssertions.assertThat;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.diagnosis.Diagnostician;
import io.chaoschapters.monitor.Monitor;
import io.chaoschapters.subject.Cluster;

@ChaosDemo(subject = "redis-pair-yaml")
class RedisPairYamlChapters {

  @Chapter(order = 1, title = "A primary and its replica", setup = true, autoAdvance = true)
  void meetThePair(Cluster pair) {
    assertThat(pair.components()).hasSize(2);
  }

  @Chapter(order = 2, title = "Control: writes, and nothing else", autoAdvance = true)
  @Experiment("ordinary-writes")
  void theReplicaFollows(Monitor monitor, Diagnostician ai) {
    assertThat(monitor).staysWithinBounds();
    assertThat(ai.diagnose()).findsNoAnomaly();
  }

  @Chapter(order = 3, title = "A copy of yesterday")
  @Experiment("replica-misdirected")
  void theReplicaIsLeftBehind(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("replica-is-current");
    assertThat(ai.diagnose()).names("replication lag");
  }

  @Chapter(order = 4, title = "The primary dies")
  @Experiment("primary-killed")
  void nothingCanBeWritten(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("servers-answer");
    assertThat(ai.diagnose()).names("primary down");
  }
}
