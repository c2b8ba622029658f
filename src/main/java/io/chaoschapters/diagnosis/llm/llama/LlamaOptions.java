package io.chaoschapters.diagnosis.llm.llama;

import io.chaoschapters.runtime.process.Programs;
import io.chaoschapters.settings.AiSettings;
import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.text.RootLocale;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * How a llama-server is started.
 *
 * @param program the program
 * @param model what it loads
 * @param context how many tokens it reads and writes at once
 * @param more more arguments, as the user gave them
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record LlamaOptions(Path program, ModelFile model, int context, List<String> more) {
  public LlamaOptions {
    more = List.copyOf(more);
  }

  /**
   * What the settings say.
   *
   * @param model the path of a model file
   * @throws InvalidSettingException when the program or the model is not there
   */
  public static LlamaOptions of(String model, Settings settings) {
    String arguments = settings.text(AiSettings.LLAMA_ARGUMENTS);
    return new LlamaOptions(
        program(settings.text(AiSettings.LLAMA_SERVER)),
        ModelFile.check(model),
        settings.count(AiSettings.CONTEXT),
        arguments.isEmpty() ? List.of() : Arrays.asList(arguments.split("\\s+")));
  }

  private static Path program(String name) {
    boolean isPath = name.contains("/") || name.contains("\\");
    if (isPath && Programs.isProgram(Path.of(name))) {
      return Path.of(name).toAbsolutePath();
    }
    return (isPath ? Optional.<Path>empty() : Programs.onPath(name))
        .orElseThrow(
            () ->
                new InvalidSettingException(
                    RootLocale.format(
                        "There is no program '%s' %s. Get llama-server from llama.cpp (a release, your package manager, or built from its source) and put it on the PATH, or name it with -Dai.llama-server=<path>.",
                        name, isPath ? "that can be run" : "on the PATH")));
  }
}
