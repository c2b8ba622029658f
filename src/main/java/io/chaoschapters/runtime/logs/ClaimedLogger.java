package io.chaoschapters.runtime.logs;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** Logs to java.util.logging while that is claimed, and else to the logger that it stands for. */
final class ClaimedLogger extends LegacyAbstractLogger {
  private static final long serialVersionUID = 1L;

  private final transient org.slf4j.Logger usual;
  private final transient Logger logger;

  ClaimedLogger(org.slf4j.Logger usual) {
    this.name = usual.getName();
    this.usual = usual;
    this.logger = Logger.getLogger(name);
  }

  private static Level level(org.slf4j.event.Level level) {
    return switch (level) {
      case ERROR -> Level.SEVERE;
      case WARN -> Level.WARNING;
      case INFO -> Level.INFO;
      case DEBUG -> Level.FINE;
      case TRACE -> Level.FINER;
    };
  }

  private boolean isOn(org.slf4j.event.Level level) {
    return LibraryLogs.isClaimed(logger)
        ? logger.isLoggable(level(level))
        : usual.isEnabledForLevel(level);
  }

  @Override
  protected void handleNormalizedLoggingCall(
      org.slf4j.event.Level level,
      @Nullable Marker marker,
      String pattern,
      Object @Nullable [] arguments,
      @Nullable Throwable thrown) {
    String message = MessageFormatter.basicArrayFormat(pattern, arguments);
    if (LibraryLogs.isClaimed(logger)) {
      LogRecord line = new LogRecord(level(level), message);
      line.setLoggerName(name);
      line.setSourceClassName(name);
      line.setThrown(thrown);
      logger.log(line);
    } else {
      usual.atLevel(level).setCause(thrown).log(message);
    }
  }

  @Override
  protected @Nullable String getFullyQualifiedCallerName() {
    return null;
  }

  @Override
  public boolean isTraceEnabled() {
    return isOn(org.slf4j.event.Level.TRACE);
  }

  @Override
  public boolean isDebugEnabled() {
    return isOn(org.slf4j.event.Level.DEBUG);
  }

  @Override
  public boolean isInfoEnabled() {
    return isOn(org.slf4j.event.Level.INFO);
  }

  @Override
  public boolean isWarnEnabled() {
    return isOn(org.slf4j.event.Level.WARN);
  }

  @Override
  public boolean isErrorEnabled() {
    return isOn(org.slf4j.event.Level.ERROR);
  }
}
