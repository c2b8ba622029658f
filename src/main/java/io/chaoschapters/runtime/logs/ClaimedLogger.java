package io.chaoschapters.runtime.logs;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.helpers.MessageFormatter;

/** Logs to java.util.logging while that is claimed, and else to the logger that it stands for. */
final class ClaimedLogger extends LevelLogger {
  private static final long serialVersionUID = 1L;

  private final transient org.slf4j.Logger usual;
  private final transient Logger logger;

  ClaimedLogger(org.slf4j.Logger usual) {
    super(usual.getName());
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

  @Override
  boolean isOn(org.slf4j.event.Level level) {
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
}
