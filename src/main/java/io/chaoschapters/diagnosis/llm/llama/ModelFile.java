package io.chaoschapters.diagnosis.llm.llama;

import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apiguardian.api.API;

/**
 * A model file that was checked: it exists and begins as GGUF does. Whether it is complete,
 * llama-server finds out.
 *
 * @param path where it is
 * @param bytes its size
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record ModelFile(Path path, long bytes) {
  private static final String MAGIC = "GGUF";
  private static final String WANTED = "-Dai.model=<path of a GGUF file>";

  /**
   * Looks at a file.
   *
   * @throws InvalidSettingException when no model can be loaded from it, with the reason
   */
  public static ModelFile check(String name) {
    if (name.isEmpty()) {
      throw new InvalidSettingException(
          RootLocale.format("Diagnoser 'llamacpp' needs a model file: use %s.", WANTED));
    }
    Path path = Path.of(name).toAbsolutePath();
    if (!Files.isRegularFile(path)) {
      throw new InvalidSettingException(
          RootLocale.format("There is no model file %s: use %s.", path, WANTED));
    }
    try (InputStream in = Files.newInputStream(path)) {
      if (!new String(in.readNBytes(MAGIC.length()), StandardCharsets.US_ASCII).equals(MAGIC)) {
        throw new InvalidSettingException(
            RootLocale.format(
                "%s is no model that llama.cpp can load: it does not begin with GGUF. Use %s.",
                path, WANTED));
      }
      return new ModelFile(path, Files.size(path));
    } catch (IOException e) {
      throw new InvalidSettingException(
          RootLocale.format("The model file %s cannot be read: %s.", path, Failure.words(e)));
    }
  }

  /** Its name without the folder. */
  public String name() {
    return String.valueOf(path.getFileName());
  }

  /** Its size for people, such as {@code 1.04 GiB}. */
  public String size() {
    double mebi = bytes / (1024.0 * 1024.0);
    return mebi < 1024
        ? RootLocale.format("%.0f MiB", mebi)
        : RootLocale.format("%.2f GiB", mebi / 1024);
  }
}
