package io.chaoschapters.runtime.logs;

import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/**
 * What logs where the user has no SLF4J provider: our own warnings, which must not be missed, and
 * nothing of libraries. They go to what is the error stream at that time, so that the stage can
 * keep them from its picture.
 */
final class WarningLogger extends LegacyAbstractLogger {
  private static final long serialVersionUID = 1L;
  private static final String OURS = "io.chaoschapters.";

  private final boolean ours;

  WarningLogger(String name) {
    this.name = name;
    this.ours = name.startsWith(OURS);
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

  @Override
  protected @Nullable String getFullyQualifiedCallerName() {
    return null;
  }

  @Override
  public boolean isTraceEnabled() {
    return false;
  }

  @Override
  public boolean isDebugEnabled() {
    return false;
  }

  @Override
  public boolean isInfoEnabled() {
    return false;
  }

  @Override
  public boolean isWarnEnabled() {
    return ours;
  }

  @Override
  public boolean isErrorEnabled() {
    return ours;
  }
}
