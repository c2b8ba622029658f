package example;

import static io.chaoschapters.ChaosAssertions.assertThat;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.monitor.Monitor;

@ChaosDemo(subject = "beanstalkd-workers")
class BeanstalkdWorkersChapters {

  @Chapter(order = 1, title = "A usual afternoon at the shop", autoAdvance = true)
  @Experiment("usual-afternoon")
  void allIsWell(Monitor monitor) {
    assertThat(monitor).staysWithinBounds();
  }
}
