package io.chaoschapters.safety.victims;

import io.chaoschapters.diagnosis.Diagnostician;
import io.chaoschapters.monitor.Monitor;
import java.util.Locale;

/** What goes wrong in a chapter of a victim, as the kill matrix asks by a system property. */
public enum Mischief {
  /** Nothing: the chapter passes while its fault is there. */
  NONE,
  /** The chapter fails while its fault is there. */
  FAILS,
  /** The subject throws while its fault is there. */
  SUBJECT_THROWS,
  /** The chapter's time is over before its fault is. */
  TIMES_OUT,
  /** The diagnoser does not answer, ever. */
  DIAGNOSER_HANGS,
  /** The chapter waits for the end of its fault, and whoever wants may end it before. */
  WAITS,
  /** The same, and then the rollback throws. */
  ROLLBACK_FAILS;

  private static final String THROWING = "victim.throwing";
  private static final String PROPERTY = "victim.mischief";

  /** What is asked for. */
  public static Mischief asked() {
    return valueOf(System.getProperty(PROPERTY, NONE.name()).toUpperCase(Locale.ROOT));
  }

  /** Asks for it in this JVM. */
  public void ask() {
    System.setProperty(PROPERTY, name());
  }

  /** How to ask another JVM for it. */
  public String argument() {
    return "-D" + PROPERTY + "=" + name();
  }

  /** Whether the subject throws now: only while a chapter's method runs. */
  static boolean isThrowing() {
    return Boolean.getBoolean(THROWING);
  }

  private static void throwNow(Monitor monitor) {
    System.setProperty(THROWING, "true");
    try {
      monitor.observeNow();
    } finally {
      System.clearProperty(THROWING);
    }
  }

  static void inChapter(Monitor monitor, Diagnostician ai) {
    switch (asked()) {
      case NONE -> {}
      case FAILS -> throw new AssertionError("this chapter is to fail");
      case SUBJECT_THROWS -> throwNow(monitor);
      case DIAGNOSER_HANGS -> ai.diagnose();
      case TIMES_OUT, WAITS, ROLLBACK_FAILS -> monitor.awaitEnd();
    }
  }
}
