package io.chaoschapters.runtime.docker;

import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.installed.Runtimes;
import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.settings.Settings;
import java.util.List;
import java.util.Map;

/** A JVM for tests that give it an environment: it chooses a runtime and says which, and why. */
final class RuntimeChooser {
  private RuntimeChooser() {}

  /** Takes the value of the setting {@code runtime} and the name of an image. */
  public static void main(String[] arguments) {
    Settings settings = Settings.of(Map.of("runtime", arguments[0]));
    try {
      System.out.println(
          Runtimes.onClassPath()
              .choose(settings, List.of("docker", "local"), List.of(arguments[1]))
              .why());
    } catch (InvalidSettingException | RuntimeFailureException e) {
      System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
    }
    System.exit(0);
  }
}
