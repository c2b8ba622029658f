package io.chaoschapters.safety.victims;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.diagnosis.Diagnostician;
import io.chaoschapters.monitor.Monitor;

/** One chapter a fault; what else happens is asked for. */
@ChaosDemo(subject = "victim-tikv")
public class StoreVictims {
  @Chapter(order = 1, title = "Leaders are evicted", autoAdvance = true)
  @Experiment("evict-leaders")
  void evictLeaders(Monitor monitor, Diagnostician ai) {
    Mischief.inChapter(monitor, ai);
  }

  @Chapter(order = 2, title = "A store is frozen", autoAdvance = true)
  @Experiment("freeze")
  void freeze(Monitor monitor, Diagnostician ai) {
    Mischief.inChapter(monitor, ai);
  }
}
