package example;

import static io.chaoschapters.ChaosAssertions.assertThat;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.diagnosis.Diagnostician;
import io.chaoschapters.monitor.Monitor;

/**
 * What puts a stage to the test. The test that plays it compiles it, with a narration of its own.
 */
@ChaosDemo(subject = "toy")
class ToyShowChapters {

  @Chapter(
      order = 1,
      title = "Two nodes \uD83D\uDE80 and \u001b[2Jone queue",
      narration = "@@NARRATION@@",
      notes = "Breathe.",
      setup = true)
  void meetTheQueue() {
    System.err.println("a library says something while the stage has the terminal");
  }

  @Chapter(order = 2, title = "A flood that stays", narration = "Until somebody takes it away.")
  @Experiment("long-flood")
  void floodStays(Monitor monitor) {
    monitor.awaitViolation("nodes-answer");
  }

  @Chapter(order = 3, title = "Three times what it holds", narration = "The queue holds ten.")
  @Experiment("flood")
  void tooMuchIsPutIn(Monitor monitor, Diagnostician ai) {
    monitor.awaitViolation("backlog-small");
    assertThat(ai.diagnose()).names("queue overflow");
  }
}
