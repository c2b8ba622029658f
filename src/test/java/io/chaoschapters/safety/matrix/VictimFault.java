package io.chaoschapters.safety.matrix;

import io.chaoschapters.run.AgentEvent;
import io.chaoschapters.run.DiagnosisEvent;
import io.chaoschapters.run.FaultEvent;
import io.chaoschapters.run.RecoveryEvent;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.safety.victims.LimiterVictims;
import io.chaoschapters.safety.victims.ShopVictims;
import io.chaoschapters.safety.victims.StoreVictims;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fault in whose middle a run ends. */
enum VictimFault {
  BURST("burst", LimiterVictims.class, "burst", 1, List.of("local")),
  DEBUG_SLEEP("debug sleep", LimiterVictims.class, "debugSleep", 2, List.of("local")),
  CLIENT_PAUSE("client pause", LimiterVictims.class, "clientPause", 3, List.of("local")),
  FREEZE("freeze", LimiterVictims.class, "freeze", 4, List.of("local", "docker")),
  KILL("kill", LimiterVictims.class, "kill", 5, List.of("local", "docker")),
  EVICT_LEADERS("evict leaders", StoreVictims.class, "evictLeaders", 1, List.of("local")),
  COMMANDS("commands of a file", ShopVictims.class, "hog", 1, List.of("local")),
  AGENT("kill, and an agent", LimiterVictims.class, "attended", 6, List.of("local")),
  CAGED_AGENT(
      "kill, and an agent in bubblewrap", LimiterVictims.class, "attended", 6, List.of("local"));

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
    return of("victim-ratelimiter", "victim-tikv", "victim-shop");
  }

  /** What keeps the agent that works while the fault is there; null when there is none. */
  @Nullable String agentsIsolation() {
    return switch (this) {
      case AGENT -> "folder";
      case CAGED_AGENT -> "auto"; // a container often has no bubblewrap that runs
      default -> null;
    };
  }

  /** What is written when all is there that is to be ended. */
  Class<? extends RunEvent> begun() {
    return agentsIsolation() == null ? FaultEvent.Injected.class : AgentEvent.Called.class;
  }

  /** What is written when it is too late to strike. */
  Class<? extends RunEvent> over() {
    if (agentsIsolation() != null) {
      return DiagnosisEvent.Answered.class;
    }
    // A burst is over with its last answer; its chapter waits until the burst's time is.
    return this == BURST ? RecoveryEvent.Begun.class : FaultEvent.Ended.class;
  }

  /** Whether an agent has to be asked in vain, so that a diagnoser that hangs is no way out. */
  boolean fits(Way way) {
    return agentsIsolation() == null || way != Way.DIAGNOSER_HANGS;
  }

  /** The component without which nothing recovers. */
  String heart() {
    return of("store", "pd", "till-1");
  }

  private String of(String limiter, String stores, String shop) {
    return chapters == LimiterVictims.class
        ? limiter
        : chapters == StoreVictims.class ? stores : shop;
  }
}
