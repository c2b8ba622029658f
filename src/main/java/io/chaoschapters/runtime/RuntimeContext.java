package io.chaoschapters.runtime;

import io.chaoschapters.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What a runtime is given when it is opened.
 *
 * @param run the id of the run, to label what is started
 * @param folder an existing folder for working files and component logs
 * @param settings the settings of the run
 * @param confirmation is asked before anything is done to what the run has not started
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RuntimeContext(
    String run, Path folder, Settings settings, Confirmation confirmation) {

  /** A run that starts all that it disturbs, or whose user is not asked. */
  public RuntimeContext(String run, Path folder, Settings settings) {
    this(run, folder, settings, preview -> {});
  }

  /** Shows people what may be hit. */
  @FunctionalInterface
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  public interface Confirmation {
    /**
     * Returns when that is fine.
     *
     * @param preview lines that name each target
     * @throws RuntimeFailureException when it is not
     */
    void confirm(List<String> preview);
  }
}
