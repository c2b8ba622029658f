package example;

import static io.chaoschapters.ChaosAssertions.assertThat;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.monitor.Monitor;

@ChaosDemo(subject = "memcached-shop")
class MemcachedShopChapters {

  @Chapter(order = 1, title = "A quiet morning", autoAdvance = true)
  @Experiment("quiet-morning")
  void allIsWell(Monitor monitor) {
    assertThat(monitor).staysWithinBounds();
  }
}
