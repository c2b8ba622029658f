package io.chaoschapters.safety.victims;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.diagnosis.Diagnostician;
import io.chaoschapters.monitor.Monitor;

/** One chapter a fault; what else happens is asked for. */
@ChaosDemo(subject = "victim-shop")
public class ShopVictims {
  @Chapter(order = 1, title = "A program goes on", autoAdvance = true)
  @Experiment("hog")
  void hog(Monitor monitor, Diagnostician ai) {
    Mischief.inChapter(monitor, ai);
  }

  @Chapter(order = 2, title = "Nobody answers", autoAdvance = true)
  @Experiment("freeze")
  void freeze(Monitor monitor, Diagnostician ai) {
    Mischief.inChapter(monitor, ai);
  }
}
