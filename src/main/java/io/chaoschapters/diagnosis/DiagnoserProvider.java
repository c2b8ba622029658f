package io.chaoschapters.diagnosis;

import io.chaoschapters.settings.Settings;
import org.apiguardian.api.API;

/** Makes diagnosers of one kind; found by {@link java.util.ServiceLoader}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface DiagnoserProvider {
  /** What {@code -Dai} calls it. */
  String id();

  /**
   * Makes a diagnoser; quick, as nothing is loaded yet.
   *
   * @throws io.chaoschapters.settings.InvalidSettingException when a setting it needs is wrong
   */
  Diagnoser open(Settings settings);
}
