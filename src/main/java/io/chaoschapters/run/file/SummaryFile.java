package io.chaoschapters.run.file;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.chaoschapters.run.RunSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apiguardian.api.API;

/** Writes and reads {@code summary.json}. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class SummaryFile {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT);

  private SummaryFile() {}

  /** Replaces the file as a whole, so that a reader never sees half of it. */
  public static void write(Path file, RunSummary summary) {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try {
      JSON.writeValue(draft.toFile(), summary);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      remove(draft, e);
      throw new UncheckedIOException("Cannot write " + file + ". Is there free space left?", e);
    }
  }

  private static void remove(Path draft, IOException failure) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  /** Reads a summary. */
  public static RunSummary read(Path file) {
    try {
      return JSON.readValue(file.toFile(), RunSummary.class);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
