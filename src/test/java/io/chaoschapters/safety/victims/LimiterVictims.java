package io.chaoschapters.safety.victims;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.diagnosis.Diagnostician;
import io.chaoschapters.monitor.Monitor;

/** One chapter a fault; what else happens is asked for. */
@ChaosDemo(subject = "victim-ratelimiter")
public class LimiterVictims {
  @Chapter(order = 1, title = "A burst", autoAdvance = true)
  @Experiment("burst")
  void burst(Monitor monitor, Diagnostician ai) {
    Mischief.inChapter(monitor, ai);
  }

  @Chapter(order = 2, title = "The store sleeps", autoAdvance = true)
  @Experiment("debug-sleep")
  void debugSleep(Monitor monitor, Diagnostician ai) {
    Mischief.inChapter(monitor, ai);
  }

  @Chapter(order = 3, title = "The store pauses its clients", autoAdvance = true)
  @Experiment("client-pause")
  void clientPause(Monitor monitor, Diagnostician ai) {
    Mischief.inChapter(monitor, ai);
  }

  @Chapter(order = 4, title = "The store is frozen", autoAdvance = true)
  @Experiment("freeze")
  void freeze(Monitor monitor, Diagnostician ai) {
    Mischief.inChapter(monitor, ai);
  }

  /** An agent works while a node is gone; it never answers, nor does it end when it is told to. */
  @Chapter(order = 6, title = "Somebody looks for the cause", autoAdvance = true)
  @Experiment("attended")
  void attended(Monitor monitor, Diagnostician ai) {
    ai.diagnose();
    Mischief.inChapter(monitor, ai);
  }

  @Chapter(order = 5, title = "A node is killed", autoAdvance = true)
  @Experiment("kill")
  void kill(Monitor monitor, Diagnostician ai) {
    Mischief.inChapter(monitor, ai);
  }
}
