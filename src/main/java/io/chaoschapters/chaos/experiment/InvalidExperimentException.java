package io.chaoschapters.chaos.experiment;

import io.chaoschapters.subject.file.Mistakes;
import org.apiguardian.api.API;

/**
 * An experiment file, or the name of an experiment, is wrong.
 *
 * <p>The message has one sentence a line, at most {@value #MOST}, each with file and line where
 * there is one.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class InvalidExperimentException extends RuntimeException {
  /** How many mistakes are listed. */
  public static final int MOST = Mistakes.MOST;

  private static final long serialVersionUID = 1L;

  public InvalidExperimentException(String message) {
    super(message);
  }
}
