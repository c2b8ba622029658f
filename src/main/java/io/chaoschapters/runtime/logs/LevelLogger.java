package io.chaoschapters.runtime.logs;

import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;

/** A logger that asks one question, whichever level is asked for. */
abstract class LevelLogger extends LegacyAbstractLogger {
  private static final long serialVersionUID = 1L;

  LevelLogger(String name) {
    this.name = name;
  }

  abstract boolean isOn(Level level);

  @Override
  protected @Nullable String getFullyQualifiedCallerName() {
    return null;
  }

  @Override
  public boolean isTraceEnabled() {
    return isOn(Level.TRACE);
  }

  @Override
  public boolean isDebugEnabled() {
    return isOn(Level.DEBUG);
  }

  @Override
  public boolean isInfoEnabled() {
    return isOn(Level.INFO);
  }

  @Override
  public boolean isWarnEnabled() {
    return isOn(Level.WARN);
  }

  @Override
  public boolean isErrorEnabled() {
    return isOn(Level.ERROR);
  }
}
