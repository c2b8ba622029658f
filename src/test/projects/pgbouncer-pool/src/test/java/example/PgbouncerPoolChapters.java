package example;

import static io.chaoschapters.ChaosAssertions.assertThat;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.diagnosis.Diagnostician;
import io.chaoschapters.monitor.Monitor;

@ChaosDemo(subject = "pgbouncer-pool")
class PgbouncerPoolChapters {

  @Chapter(order = 1, title = "A quiet evening", autoAdvance = true)
  @Experiment("quiet-evening")
  void allIsWell(Monitor monitor, Diagnostician ai) {
    assertThat(monitor).staysWithinBounds();
    assertThat(ai.diagnose()).findsNoAnomaly();
  }

  @Chapter(order = 2, title = "One pooler is gone")
  @Experiment("second-pooler-ended")
  void onePoolerIsGone(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("everything-answers");
    assertThat(ai.diagnose()).names("pooler down");
  }

  @Chapter(order = 3, title = "A migration that does not commit")
  @Experiment("table-locked")
  void aLockIsHeld(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("few-lock-waits");
    assertThat(ai.diagnose()).names("blocking lock");
  }

  @Chapter(order = 4, title = "Past the poolers")
  @Experiment("slots-taken")
  void noSlotIsFree(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("slots-in-reserve");
    assertThat(ai.diagnose()).names("connection slots exhausted");
  }

  @Chapter(order = 5, title = "Everybody comes at once")
  @Experiment("flash-sale")
  void everybodyComes(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("short-queues");
    assertThat(ai.diagnose()).names("demand surge");
  }
}
