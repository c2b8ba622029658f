package io.chaoschapters.runtime;

import io.chaoschapters.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/**
 * What a runtime is given when it is opened.
 *
 * @param run the id of the run, to label what is started
 * @param folder an existing folder for working files and component logs
 * @param settings the settings of the run
 * @param confirmation is given lines that name each target, before anything is done to what the run
 *     has not started; it returns when that is fine, and else throws a {@link
 *     RuntimeFailureException}
 * @param journal is given sentences that people read beside the events of the run
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RuntimeContext(
    String run,
    Path folder,
    Settings settings,
    Consumer<List<String>> confirmation,
    Consumer<String> journal) {

  /** A run whose runtime says nothing beside its events. */
  public RuntimeContext(
      String run, Path folder, Settings settings, Consumer<List<String>> confirmation) {
    this(run, folder, settings, confirmation, sentence -> {});
  }

  /** A run that starts all that it disturbs, or whose user is not asked. */
  public RuntimeContext(String run, Path folder, Settings settings) {
    this(run, folder, settings, preview -> {});
  }
}
