package example;

import static io.chaoschapters.ChaosAssertions.assertThat;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.monitor.Monitor;

@ChaosDemo(subject = "media-pipeline")
class MediaPipelineChapters {

  @Chapter(order = 1, title = "An ordinary weekday", autoAdvance = true)
  @Experiment("weekday")
  void allIsWell(Monitor monitor) {
    assertThat(monitor).staysWithinBounds();
  }
}
