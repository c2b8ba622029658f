package example;

import static io.chaoschapters.ChaosAssertions.assertThat;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.diagnosis.Diagnostician;
import io.chaoschapters.monitor.Monitor;

@ChaosDemo(subject = "haproxy-web")
class HaproxyWebChapters {

  @Chapter(order = 1, title = "A site and who serves it", setup = true, autoAdvance = true)
  void meetTheSite(HaproxyWebCluster web) {
    assertThat(web.components()).hasSize(4);
  }

  @Chapter(order = 2, title = "Control: a quiet evening", autoAdvance = true)
  @Experiment("quiet-evening")
  void usersComeBy(Monitor monitor, Diagnostician ai) {
    monitor.awaitEnd();
    assertThat(monitor).staysWithinBounds();
    assertThat(ai.diagnose()).findsNoAnomaly();
  }

  @Chapter(order = 3, title = "Control: three times as many users", autoAdvance = true)
  @Experiment("newsletter-sent")
  void manyUsersComeBy(Monitor monitor, Diagnostician ai) {
    monitor.awaitEnd();
    assertThat(monitor).staysWithinBounds();
    assertThat(ai.diagnose()).findsNoAnomaly();
  }

  @Chapter(order = 4, title = "Control: maintenance as announced", autoAdvance = true)
  @Experiment("one-drained")
  void oneServerRests(Monitor monitor, Diagnostician ai) {
    monitor.awaitEnd();
    assertThat(monitor).staysWithinBounds();
    assertThat(ai.diagnose()).findsNoAnomaly();
  }

  @Chapter(order = 5, title = "Gone and back")
  @Experiment("one-back")
  void oneServerIsBack(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("components-answer");
    monitor.awaitEnd();
    assertThat(ai.diagnose()).findsNoAnomaly();
  }

  @Chapter(order = 6, title = "One of three is gone")
  @Experiment("one-killed")
  void twoCarryTheShareOfThree(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("components-answer");
    assertThat(ai.diagnose()).names("web server down");
  }

  @Chapter(order = 7, title = "One of three says nothing")
  @Experiment("one-frozen")
  void someWaitInVain(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("components-answer");
    assertThat(ai.diagnose()).names("web server hung");
  }

  @Chapter(order = 8, title = "The doctor's error")
  @Experiment("checks-misdirected")
  void healthyServersAreTakenOut(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("enough-servers");
    assertThat(ai.diagnose()).names("failing health checks");
  }

  @Chapter(order = 9, title = "All seats taken")
  @Experiment("slots-occupied")
  void nobodyGetsIn(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("connections-left");
    assertThat(ai.diagnose()).names("connection limit reached");
  }

  @Chapter(order = 10, title = "A release without pages")
  @Experiment("half-deployed")
  void everyThirdPageIsMissing(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("requests-succeed");
    assertThat(ai.diagnose()).names("broken release");
  }

  @Chapter(order = 11, title = "What the runbook does not know")
  @Experiment("visitors-denied")
  void theGlossaryHasNoWordForIt(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("requests-succeed");
    assertThat(ai.diagnose()).isUnsureOrOther();
  }

  @Chapter(order = 12, title = "Two at once")
  @Experiment("one-killed-one-behind")
  void twoThatHaveNothingToDoWithEachOther(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("components-answer");
    monitor.awaitViolation("one-release");
    assertThat(ai.diagnose()).names("web server down", "version skew");
  }
}
