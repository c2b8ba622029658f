package example;

import static io.chaoschapters.ChaosAssertions.assertThat;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.diagnosis.Diagnostician;
import io.chaoschapters.monitor.Monitor;

@ChaosDemo(subject = "nats-cluster")
class NatsChapters {

  @Chapter(
      order = 1,
      title = "Three servers, a link and a worker",
      setup = true,
      autoAdvance = true)
  void meetTheCluster(NatsCluster nats) {
    assertThat(nats.components()).hasSize(5);
  }

  @Chapter(order = 2, title = "Control: an ordinary day", autoAdvance = true)
  @Experiment("ordinary-orders")
  void ordersAreBilled(Monitor monitor, Diagnostician ai) {
    assertThat(monitor).staysWithinBounds();
    assertThat(ai.diagnose()).findsNoAnomaly();
  }

  @Chapter(order = 3, title = "Control: the day of the sale", autoAdvance = true)
  @Experiment("sale-day")
  void moreOrdersAreNoTrouble(Monitor monitor, Diagnostician ai) {
    assertThat(monitor).staysWithinBounds();
    assertThat(ai.diagnose()).findsNoAnomaly();
  }

  @Chapter(order = 4, title = "Control: maintenance", autoAdvance = true)
  @Experiment("server-maintenance")
  void maintenanceGoesUnnoticed(Monitor monitor, Diagnostician ai) {
    assertThat(monitor).staysWithinBounds();
    assertThat(ai.diagnose()).findsNoAnomaly();
  }

  @Chapter(order = 5, title = "Control: a worker that is back in time", autoAdvance = true)
  @Experiment("worker-back-in-time")
  void theWorkerCatchesUp(Monitor monitor, Diagnostician ai) {
    assertThat(monitor).staysWithinBounds();
    assertThat(ai.diagnose()).findsNoAnomaly();
  }

  @Chapter(order = 6, title = "One of three")
  @Experiment("server-killed")
  void oneServerIsMissing(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("servers-answer");
    assertThat(ai.diagnose()).names("server down");
  }

  @Chapter(order = 7, title = "Two of three")
  @Experiment("majority-killed")
  void nothingCanBeDecided(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("servers-answer");
    monitor.awaitViolation("orders-acknowledged");
    assertThat(ai.diagnose()).names("quorum loss");
  }

  @Chapter(order = 8, title = "Alone in the other rack")
  @Experiment("third-server-cut-off")
  void oneServerIsAlone(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("servers-see-each-other");
    monitor.awaitViolation("orders-acknowledged");
    assertThat(ai.diagnose()).names("network partition");
  }

  @Chapter(order = 9, title = "No room for another order")
  @Experiment("import-fills-stream")
  void theImportTookTheRoom(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("orders-acknowledged");
    assertThat(ai.diagnose()).names("stream full");
  }

  @Chapter(order = 10, title = "The leak of the neighbors")
  @Experiment("connections-taken")
  void newClientsAreTurnedAway(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("connections-left");
    monitor.awaitViolation("orders-acknowledged");
    assertThat(ai.diagnose()).names("connection limit reached");
  }

  @Chapter(order = 11, title = "Once more, and once more")
  @Experiment("gateway-down")
  void noOrderIsFinished(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("orders-delivered-once");
    assertThat(ai.diagnose()).names("redelivery loop");
  }

  @Chapter(order = 12, title = "The new key")
  @Experiment("shop-shut-out")
  void theShopCannotLogIn(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("orders-acknowledged");
    assertThat(ai.diagnose()).isUnsureOrOther();
  }

  @Chapter(order = 13, title = "Two things at once")
  @Experiment("server-frozen-and-worker-killed")
  void twoThingsAtOnce(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("servers-answer");
    monitor.awaitViolation("orders-fetched");
    assertThat(ai.diagnose()).names("server hung", "consumer lag");
  }
}
