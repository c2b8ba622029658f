package io.chaoschapters.diagnosis;

import io.chaoschapters.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Knows diagnosers that are described in files, so that no class has to be written for each; found
 * by {@link java.util.ServiceLoader}.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public interface DiagnoserCatalog {
  /** What {@code -Dai} calls those that it knows. */
  List<String> ids(Settings settings);

  /**
   * Opens one; quick, as nothing is started yet. Empty when it does not know the id.
   *
   * @throws io.chaoschapters.settings.InvalidSettingException when its description is wrong
   */
  Optional<Opened> open(String id, Settings settings);

  /**
   * One that was opened.
   *
   * @param diagnoser the diagnoser
   * @param within how long it may take for an answer by its own clock
   */
  record Opened(Diagnoser diagnoser, Duration within) {}
}
