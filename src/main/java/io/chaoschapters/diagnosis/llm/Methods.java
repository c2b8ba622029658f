package io.chaoschapters.diagnosis.llm;

import io.chaoschapters.settings.AiSettings;
import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.settings.Settings;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Finds a method by its name. */
final class Methods {
  private static final String AUTO = "auto";
  private static final String TOOLS = "look-closer";
  private static final Map<String, Supplier<Method>> KNOWN =
      Map.of("one-prompt", OnePrompt::new, TOOLS, LookCloser::new);

  private Methods() {}

  /**
   * The method that the settings name.
   *
   * @param best the name of what was measured to be best for this kind of model
   */
  static Method of(Settings settings, String best) {
    String asked = settings.text(AiSettings.METHOD);
    String usual = settings.isOn(AiSettings.TOOLS) ? TOOLS : best;
    Supplier<Method> found = KNOWN.get(asked.equals(AUTO) ? usual : asked);
    if (found == null) {
      throw new InvalidSettingException(
          "No method '%s' (known: auto, %s). Use -Dai.method=<name>."
              .formatted(asked, String.join(", ", new TreeMap<>(KNOWN).keySet())));
    }
    return found.get();
  }
}
