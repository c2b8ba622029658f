package io.chaoschapters.chaos;

import io.chaoschapters.text.RootLocale;
import org.apiguardian.api.API;

/** A condition of the experiment has ended its fault before its time, so nothing is judged. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ExperimentHaltedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ExperimentHaltedException(String experiment, String reason) {
    super(
        RootLocale.format(
            "Experiment '%s' was halted, because %s; its fault was undone at once.",
            experiment, reason));
  }
}
