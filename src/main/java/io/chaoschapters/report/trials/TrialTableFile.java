package io.chaoschapters.report.trials;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.chaoschapters.run.file.WholeFile;
import io.chaoschapters.text.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apiguardian.api.API;

/** Writes the table in all its forms, and reads the one that programs read. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class TrialTableFile {
  /** The table as JSON. */
  public static final String JSON_FILE = "trials.json";

  /** The table as comma-separated values. */
  public static final String CSV_FILE = "trials.csv";

  /** The table as text. */
  public static final String TEXT_FILE = "trials.txt";

  private static final ObjectMapper JSON =
      Json.withTimes()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private TrialTableFile() {}

  /** Writes all three files into a folder, each in place of an earlier one. */
  public static void write(Path folder, TrialTable table) {
    try {
      WholeFile.write(folder.resolve(JSON_FILE), JSON.writeValueAsString(table));
      WholeFile.write(folder.resolve(CSV_FILE), TrialCsv.text(table));
      WholeFile.write(folder.resolve(TEXT_FILE), String.join("\n", TrialText.lines(table)) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write the table of trials into " + folder + ". Is there free space left?", e);
    }
  }

  /** Reads {@link #JSON_FILE}. */
  public static TrialTable read(Path file) {
    try {
      return JSON.readValue(file.toFile(), TrialTable.class);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the table of trials " + file, e);
    }
  }
}
