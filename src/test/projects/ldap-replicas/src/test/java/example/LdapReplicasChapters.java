package example;

import static io.chaoschapters.ChaosAssertions.assertThat;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.monitor.Monitor;

@ChaosDemo(subject = "ldap-replicas")
class LdapReplicasChapters {

  @Chapter(order = 1, title = "An ordinary afternoon", autoAdvance = true)
  @Experiment("ordinary-afternoon")
  void allIsWell(Monitor monitor) {
    assertThat(monitor).staysWithinBounds();
  }
}
