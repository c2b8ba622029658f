package example;

import static io.chaoschapters.ChaosAssertions.assertThat;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.monitor.Monitor;

@ChaosDemo(subject = "pgbouncer-pool")
class PgbouncerPoolChapters {

  @Chapter(order = 1, title = "A quiet evening", autoAdvance = true)
  @Experiment("quiet-evening")
  void allIsWell(Monitor monitor) {
    assertThat(monitor).staysWithinBounds();
  }
}
