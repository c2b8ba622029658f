package example;

import static io.chaoschapters.ChaosAssertions.assertThat;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.monitor.Monitor;

@ChaosDemo(subject = "gateway-orders")
class GatewayOrdersChapters {

  @Chapter(order = 1, title = "An ordinary day", autoAdvance = true)
  @Experiment("ordinary-day")
  void allIsWell(Monitor monitor) {
    assertThat(monitor).staysWithinBounds();
  }
}
