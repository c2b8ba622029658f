package example;

import static io.chaoschapters.ChaosAssertions.assertThat;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.diagnosis.Diagnostician;
import io.chaoschapters.monitor.Monitor;

@ChaosDemo(subject = "ldap-replicas")
class LdapReplicasChapters {

  @Chapter(order = 1, title = "An ordinary afternoon", autoAdvance = true)
  @Experiment("ordinary-afternoon")
  void allIsWell(Monitor monitor, Diagnostician ai) {
    assertThat(monitor).staysWithinBounds();
    assertThat(ai.diagnose()).findsNoAnomaly();
  }

  @Chapter(order = 2, title = "No provider")
  @Experiment("provider-ended")
  void nothingCanBeChanged(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("changes-written");
    assertThat(ai.diagnose()).names("provider down");
  }

  @Chapter(order = 3, title = "A consumer that follows no more")
  @Experiment("outdated-replication-password")
  void oneStaysBehind(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("replicas-current");
    assertThat(ai.diagnose()).names("replication broken");
  }

  @Chapter(order = 4, title = "The intranet may not log in")
  @Experiment("account-rotated")
  void theAccountIsTurnedDown(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("lookups-complete");
    assertThat(ai.diagnose()).names("service account rejected");
  }

  @Chapter(order = 5, title = "The cache is lost")
  @Experiment("intranet-lost-its-cache")
  void everythingIsLookedUp(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("lookups-as-planned");
    assertThat(ai.diagnose()).names("lookup storm");
  }
}
