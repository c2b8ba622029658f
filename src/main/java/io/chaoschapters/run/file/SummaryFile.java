package io.chaoschapters.run.file;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.chaoschapters.run.RunSummary;
import io.chaoschapters.text.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apiguardian.api.API;

/** Writes and reads {@code summary.json}. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class SummaryFile {
  private static final ObjectMapper JSON =
      Json.withTimes().enable(SerializationFeature.INDENT_OUTPUT).build();

  private SummaryFile() {}

  /** Replaces the file as a whole, so that a reader never sees half of it. */
  public static void write(Path file, RunSummary summary) {
    try {
      WholeFile.write(file, JSON.writeValueAsString(summary));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file + ". Is there free space left?", e);
    }
  }

  public static RunSummary read(Path file) {
    try {
      return JSON.readValue(file.toFile(), RunSummary.class);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
