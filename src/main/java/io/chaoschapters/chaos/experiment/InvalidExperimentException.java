package io.chaoschapters.chaos.experiment;

import io.chaoschapters.text.RootLocale;
import java.util.List;
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
  public static final int MOST = 10;

  private static final long serialVersionUID = 1L;

  public InvalidExperimentException(String message) {
    super(message);
  }

  /** Lists the first {@value #MOST} sentences and says how many there are more. */
  static InvalidExperimentException ofAll(List<String> sentences) {
    StringBuilder message = new StringBuilder();
    message.append(String.join("\n", sentences.subList(0, Math.min(MOST, sentences.size()))));
    if (sentences.size() > MOST) {
      message.append(RootLocale.format("\nand %d more.", sentences.size() - MOST));
    }
    return new InvalidExperimentException(message.toString());
  }
}
