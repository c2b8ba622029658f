package io.chaoschapters.runtime.logs;

import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.MessageFormatter;

/**
 * What logs where the user has no SLF4J provider: our own warnings, which must not be missed, and
 * nothing of libraries. They go to what is the error stream at that time, so that the stage can
 * keep them from its picture.
 */
final class WarningLogger extends LevelLogger {
  private static final long serialVersionUID = 1L;
  private static final String OURS = "io.chaoschapters.";

  private final boolean ours;

  WarningLogger(String name) {
    super(name);
    this.ours = name.startsWith(OURS);
  }

  @Override
  boolean isOn(Level level) {
    return ours && level.toInt() >= Level.WARN.toInt();
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level,
      @Nullable Marker marker,
      String pattern,
      Object @Nullable [] arguments,
      @Nullable Throwable thrown) {
    String sentence = MessageFormatter.basicArrayFormat(pattern, arguments);
    System.err.println(thrown == null ? sentence : sentence + ": " + thrown);
  }
}
