package io.chaoschapters.runtime;

import java.util.List;
import org.apiguardian.api.API;

/** A component ended by itself before it was ready. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ComponentEndedException extends RuntimeFailureException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;
  private final transient List<String> lastLines;

  /**
   * Tells what happened.
   *
   * @param exitCode 128 plus the signal's number when a signal ended it
   * @param lastLines what it printed last, oldest first
   */
  public ComponentEndedException(String message, int exitCode, List<String> lastLines) {
    super(message);
    this.exitCode = exitCode;
    this.lastLines = List.copyOf(lastLines);
  }

  /** Its exit code; 128 plus the signal's number when a signal ended it. */
  public int exitCode() {
    return exitCode;
  }

  /** What it printed last, oldest first. */
  public List<String> lastLines() {
    return lastLines;
  }
}
