package example;

import static io.chaoschapters.ChaosAssertions.assertThat;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.diagnosis.Diagnostician;
import io.chaoschapters.monitor.Monitor;

@ChaosDemo(subject = "postgres-pair")
class PostgresPairChapters {

  @Chapter(
      order = 1,
      title = "A primary, its standby and a pooler",
      setup = true,
      autoAdvance = true)
  void meetTheDatabases(PostgresPairCluster pair) {
    assertThat(pair.components()).hasSize(3);
  }

  @Chapter(order = 2, title = "Control: an ordinary day", autoAdvance = true)
  @Experiment("office-hours")
  void ordersComeIn(Monitor monitor, Diagnostician ai) {
    monitor.awaitEnd();
    assertThat(monitor).staysWithinBounds();
    assertThat(ai.diagnose()).findsNoAnomaly();
  }

  @Chapter(order = 3, title = "Control: three times as many customers", autoAdvance = true)
  @Experiment("sale-begins")
  void moreOrdersComeIn(Monitor monitor, Diagnostician ai) {
    monitor.awaitEnd();
    assertThat(monitor).staysWithinBounds();
    assertThat(ai.diagnose()).findsNoAnomaly();
  }

  @Chapter(order = 4, title = "Control: an update of the second server", autoAdvance = true)
  @Experiment("standby-patched")
  void theStandbyIsUpdated(Monitor monitor, Diagnostician ai) {
    monitor.awaitEnd();
    assertThat(monitor).staysWithinBounds();
    assertThat(ai.diagnose()).findsNoAnomaly();
  }

  @Chapter(order = 5, title = "Gone and back")
  @Experiment("standby-back")
  void theStandbyHasCaughtUp(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("components-answer");
    monitor.awaitEnd();
    assertThat(ai.diagnose()).findsNoAnomaly();
  }

  @Chapter(order = 6, title = "The heart stops")
  @Experiment("primary-killed")
  void nothingCanBeOrdered(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("components-answer");
    assertThat(ai.diagnose()).names("primary down");
  }

  @Chapter(order = 7, title = "A migration without an end")
  @Experiment("migration-uncommitted")
  void everybodyWaitsForOne(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("locks-granted");
    assertThat(ai.diagnose()).names("lock contention");
  }

  @Chapter(order = 8, title = "A batch job that keeps what it took")
  @Experiment("batch-job-greedy")
  void everybodyQueues(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("no-queue");
    assertThat(ai.diagnose()).names("pool exhausted");
  }

  @Chapter(order = 9, title = "A new password, and one who was not told")
  @Experiment("password-rotated")
  void theStandbyHearsNothing(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("wal-received");
    assertThat(ai.diagnose()).names("replication broken");
  }

  @Chapter(order = 10, title = "Heard and not understood")
  @Experiment("replay-paused")
  void theStandbyAppliesNothing(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("wal-replayed");
    assertThat(ai.diagnose()).names("replay stalled");
  }

  @Chapter(order = 11, title = "What the runbook does not know")
  @Experiment("writes-refused")
  void theGlossaryHasNoWordForIt(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("transactions-succeed");
    assertThat(ai.diagnose()).isUnsureOrOther();
  }

  @Chapter(order = 12, title = "Two at once")
  @Experiment("standby-killed-during-migration")
  void twoThatHaveNothingToDoWithEachOther(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("locks-granted");
    monitor.awaitViolation("components-answer");
    assertThat(ai.diagnose()).names("lock contention", "standby down");
  }
}
