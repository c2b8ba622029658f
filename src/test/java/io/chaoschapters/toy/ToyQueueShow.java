package io.chaoschapters.toy;

import static io.chaoschapters.ChaosAssertions.assertThat;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.diagnosis.Diagnostician;
import io.chaoschapters.monitor.Monitor;

/**
 * The toy's chapters, as somebody would write them in a project of their own.
 *
 * <p>All that a project brings is here beside it: a {@link ToySubject} that the service loader
 * finds, its components, faults and loads, and the experiments in {@code chaos/toy.yaml}.
 */
@ChaosDemo(subject = "toy")
public class ToyQueueShow {

  @Chapter(order = 1, title = "Two nodes, one queue", setup = true)
  void meetTheQueue(ToyCluster cluster) {
    assertThat(cluster.components()).hasSize(2);
  }

  @Chapter(order = 2, title = "Control: a little is put in")
  @Experiment("control")
  void littleIsPutIn(Monitor monitor, Diagnostician ai) {
    assertThat(monitor).staysWithinBounds();
    assertThat(ai.diagnose()).findsNoAnomaly();
  }

  @Chapter(order = 3, title = "Three times what it holds")
  @Experiment("flood")
  void tooMuchIsPutIn(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("backlog-small");
    assertThat(ai.diagnose()).names("queue overflow");
  }

  @Chapter(order = 4, title = "One of two is silent")
  @Experiment("freeze")
  void oneIsSilent(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("nodes-answer");
    assertThat(ai.diagnose()).names("node outage");
  }
}
