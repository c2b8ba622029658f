package io.chaoschapters.safety.matrix;

import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.safety.victims.Mischief;
import org.jspecify.annotations.Nullable;

/** A way in which a chapter, or the whole run, comes to its end. */
enum Way {
  PASSES("chapter passes", Kind.IN_PROCESS, Mischief.NONE, ChapterVerdict.PASS),
  FAILS("chapter fails", Kind.IN_PROCESS, Mischief.FAILS, ChapterVerdict.FAIL),
  SUBJECT_THROWS(
      "exception in the subject",
      Kind.IN_PROCESS,
      Mischief.SUBJECT_THROWS,
      ChapterVerdict.INFRASTRUCTURE_ERROR),
  TIMES_OUT(
      "test time-out", Kind.IN_PROCESS, Mischief.TIMES_OUT, ChapterVerdict.INFRASTRUCTURE_ERROR),
  DIAGNOSER_HANGS(
      "diagnoser hangs for ever",
      Kind.IN_PROCESS,
      Mischief.DIAGNOSER_HANGS,
      ChapterVerdict.INFRASTRUCTURE_ERROR),
  CTRL_C("Ctrl-C once", Kind.LIVE, Mischief.WAITS, null),
  CTRL_C_TWICE("Ctrl-C twice", Kind.LIVE, Mischief.WAITS, null),
  CTRL_C_OF_BUILD("Ctrl-C once, of mvn test", Kind.MAVEN, Mischief.WAITS, null),
  CTRL_C_TWICE_OF_BUILD("Ctrl-C twice, of mvn test", Kind.MAVEN, Mischief.WAITS, null),
  SIGTERM("SIGTERM", Kind.LIVE, Mischief.WAITS, null),
  SIGHUP("SIGHUP", Kind.LIVE, Mischief.WAITS, null),
  SIGKILL("SIGKILL of the JVM", Kind.LIVE, Mischief.WAITS, null),
  SIGKILL_THEN_DOCTOR(
      "SIGKILL of the JVM and its guard, then the doctor", Kind.UNGUARDED, Mischief.WAITS, null),
  SIGKILL_THEN_START(
      "SIGKILL of the JVM and its guard, then the next start",
      Kind.UNGUARDED,
      Mischief.WAITS,
      null),
  SIGKILL_OF_MAVEN("SIGKILL of the Maven parent", Kind.MAVEN, Mischief.WAITS, null),
  DISK_FULL("disk full", Kind.HEADLESS, Mischief.WAITS, null),
  GONE_FOR_GOOD("Redis or PD gone for good", Kind.HEADLESS, Mischief.WAITS, null),
  ROLLBACK_FAILS("rollback itself fails", Kind.HEADLESS, Mischief.ROLLBACK_FAILS, null);

  /** What is played, and by whom. */
  enum Kind {
    /** The JVM goes on, so one cluster serves for many. */
    IN_PROCESS,
    /** A show on a terminal is ended. */
    LIVE,
    /** A build is ended. */
    MAVEN,
    /** The guard is ended with the JVM, and what is left waits for whoever looks. */
    UNGUARDED,
    /** The JVM comes to its own end, after a second chapter that must not be played. */
    HEADLESS
  }

  private final String words;
  private final Kind kind;
  private final Mischief mischief;
  private final @Nullable ChapterVerdict verdict;

  Way(String words, Kind kind, Mischief mischief, @Nullable ChapterVerdict verdict) {
    this.words = words;
    this.kind = kind;
    this.mischief = mischief;
    this.verdict = verdict;
  }

  String words() {
    return words;
  }

  Kind kind() {
    return kind;
  }

  Mischief mischief() {
    return mischief;
  }

  /** What the chapter must come to; null where that depends on the moment. */
  @Nullable ChapterVerdict verdict() {
    return verdict;
  }
}
