package example;

import static io.chaoschapters.ChaosAssertions.assertThat;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.diagnosis.Diagnostician;
import io.chaoschapters.monitor.Monitor;

@ChaosDemo(subject = "zookeeper-ensemble")
class ZooKeeperChapters {

  @Chapter(order = 1, title = "Meet the keepers", setup = true, autoAdvance = true)
  void meetTheEnsemble(ZooKeeperCluster ensemble) {
    assertThat(ensemble.components()).hasSize(5);
  }

  @Chapter(order = 2, title = "Control: an ordinary hour", autoAdvance = true)
  @Experiment("ordinary-jobs")
  void jobsAreStored(Monitor monitor, Diagnostician ai) {
    assertThat(monitor).staysWithinBounds();
    assertThat(ai.diagnose()).findsNoAnomaly();
  }

  @Chapter(order = 3, title = "Control: the rush hour", autoAdvance = true)
  @Experiment("rush-hour")
  void moreJobsAreNoTrouble(Monitor monitor, Diagnostician ai) {
    assertThat(monitor).staysWithinBounds();
    assertThat(ai.diagnose()).findsNoAnomaly();
  }

  @Chapter(order = 4, title = "Control: maintenance", autoAdvance = true)
  @Experiment("member-maintenance")
  void maintenanceGoesUnnoticed(Monitor monitor, Diagnostician ai) {
    assertThat(monitor).staysWithinBounds();
    assertThat(ai.diagnose()).findsNoAnomaly();
  }

  @Chapter(order = 5, title = "Control: a worker that takes a breath", autoAdvance = true)
  @Experiment("worker-breathes")
  void theWorkerStaysRegistered(Monitor monitor, Diagnostician ai) {
    assertThat(monitor).staysWithinBounds();
    assertThat(ai.diagnose()).findsNoAnomaly();
  }

  @Chapter(order = 6, title = "A long silence")
  @Experiment("member-frozen")
  void oneMemberIsSilent(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("members-serve");
    assertThat(ai.diagnose()).names("member stalled");
  }

  @Chapter(order = 7, title = "The last one standing")
  @Experiment("majority-killed")
  void nothingCanBeDecided(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("members-serve");
    monitor.awaitViolation("jobs-stored");
    assertThat(ai.diagnose()).names("lost quorum");
  }

  @Chapter(order = 8, title = "Alone in the other rack")
  @Experiment("third-member-cut-off")
  void oneMemberIsAlone(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("members-serve");
    monitor.awaitViolation("jobs-stored");
    assertThat(ai.diagnose()).names("isolated member");
  }

  @Chapter(order = 9, title = "The greedy neighbor")
  @Experiment("clients-leaked")
  void newSessionsAreTurnedAway(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("connections-left");
    monitor.awaitViolation("jobs-stored");
    assertThat(ai.diagnose()).names("connection limit reached");
  }

  @Chapter(order = 10, title = "Two digits")
  @Experiment("quota-typo")
  void noMoreJobsFit(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("nodes-left");
    monitor.awaitViolation("jobs-stored");
    assertThat(ai.diagnose()).names("znode quota reached");
  }

  @Chapter(order = 11, title = "Asleep at work")
  @Experiment("worker-frozen")
  void theWorkerIsForgotten(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("workers-registered");
    assertThat(ai.diagnose()).names("session expiry");
  }

  @Chapter(order = 12, title = "Safer than safe")
  @Experiment("rights-hardened")
  void theSchedulerMayNot(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("jobs-stored");
    assertThat(ai.diagnose()).isUnsureOrOther();
  }

  @Chapter(order = 13, title = "Two things at once")
  @Experiment("member-killed-and-quota-typo")
  void twoThingsAtOnce(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("members-serve");
    monitor.awaitViolation("nodes-left");
    assertThat(ai.diagnose()).names("member down", "znode quota reached");
  }
}
