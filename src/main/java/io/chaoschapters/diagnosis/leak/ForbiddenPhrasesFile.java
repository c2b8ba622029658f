package io.chaoschapters.diagnosis.leak;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.chaoschapters.diagnosis.evidence.InvalidEvidenceException;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Forbidden phrases as a file beside saved evidence, so that a diagnoser that is asked about it
 * again is shown as little as the first one. It lists the answer, so it is never shown to one.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ForbiddenPhrasesFile {
  /** Its name in the folder of the evidence. */
  public static final String FILE_NAME = "forbidden.json";

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private ForbiddenPhrasesFile() {}

  /** Writes the phrases into a folder that exists. */
  public static void write(ForbiddenPhrases phrases, Path folder) {
    Path file = folder.resolve(FILE_NAME);
    try {
      JSON.writeValue(file.toFile(), phrases);
    } catch (IOException e) {
      throw new UncheckedIOException(
          RootLocale.format("Cannot write %s. Is there free space left?", file), e);
    }
  }

  /**
   * Reads what a folder holds.
   *
   * @return empty when none were written
   * @throws InvalidEvidenceException when the file cannot be read, since then a leak would go
   *     unseen
   */
  public static Optional<ForbiddenPhrases> read(Path folder) {
    Path file = folder.resolve(FILE_NAME);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      ForbiddenPhrases read = JSON.readValue(file.toFile(), ForbiddenPhrases.class);
      if (read == null) { // what the text "null" is read as
        throw damaged(file, null);
      }
      return Optional.of(read);
    } catch (IOException e) {
      throw damaged(file, e);
    }
  }

  private static InvalidEvidenceException damaged(Path file, @Nullable IOException cause) {
    return new InvalidEvidenceException(
        RootLocale.format(
            "%s is damaged, so it is unknown whether the evidence beside it gives the answer away: delete it to be asked with the glossary's terms forbidden alone.",
            file),
        cause);
  }
}
