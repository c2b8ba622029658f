package io.chaoschapters.report.trials;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private TrialTableFile() {}

  /** Writes all three files into a folder, each in place of an earlier one. */
  public static void write(Path folder, TrialTable table) {
    try {
      replace(folder.resolve(JSON_FILE), JSON.writeValueAsString(table));
      replace(folder.resolve(CSV_FILE), TrialCsv.text(table));
      replace(folder.resolve(TEXT_FILE), String.join("\n", TrialText.lines(table)) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write the table of trials into " + folder + ". Is there free space left?", e);
    }
  }

  /** A reader never sees half a file. */
  private static void replace(Path file, String text) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(draft, text);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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
