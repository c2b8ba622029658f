package io.chaoschapters.safety.matrix;

import io.chaoschapters.safety.victims.LimiterVictims;
import io.chaoschapters.safety.victims.StoreVictims;
import java.util.List;

/** A fault in whose middle a run ends. */
enum VictimFault {
  BURST("burst", LimiterVictims.class, "burst", 1, List.of("local")),
  DEBUG_SLEEP("debug sleep", LimiterVictims.class, "debugSleep", 2, List.of("local")),
  CLIENT_PAUSE("client pause", LimiterVictims.class, "clientPause", 3, List.of("local")),
  FREEZE("freeze", LimiterVictims.class, "freeze", 4, List.of("local", "docker")),
  KILL("kill", LimiterVictims.class, "kill", 5, List.of("local", "docker")),
  EVICT_LEADERS("evict leaders", StoreVictims.class, "evictLeaders", 1, List.of("local"));

  private final String words;
  private final Class<?> chapters;
  private final String method;
  private final int number;
  private final List<String> runtimes;

  VictimFault(String words, Class<?> chapters, String method, int number, List<String> runtimes) {
    this.words = words;
    this.chapters = chapters;
    this.method = method;
    this.number = number;
    this.runtimes = runtimes;
  }

  String words() {
    return words;
  }

  Class<?> chapters() {
    return chapters;
  }

  String method() {
    return method;
  }

  /** The chapter's place in its class. */
  int number() {
    return number;
  }

  List<String> runtimes() {
    return runtimes;
  }

  String subject() {
    return chapters == LimiterVictims.class ? "victim-ratelimiter" : "victim-tikv";
  }

  /** The component without which nothing recovers. */
  String heart() {
    return chapters == LimiterVictims.class ? "store" : "pd";
  }
}
