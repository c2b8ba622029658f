package example;

import static io.chaoschapters.ChaosAssertions.assertThat;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.monitor.Monitor;

@ChaosDemo(subject = "redis-sentinel")
class RedisSentinelChapters {

  @Chapter(order = 1, title = "Shoppers, and nothing else", autoAdvance = true)
  @Experiment("ordinary-day")
  void allIsWell(Monitor monitor) {
    assertThat(monitor).staysWithinBounds();
  }
}
