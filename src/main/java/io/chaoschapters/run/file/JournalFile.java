package io.chaoschapters.run.file;

import io.chaoschapters.run.JournalEntry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * A journal that was read from its file.
 *
 * @param entries in the order of the file
 * @param unreadableLines lines that are no entry, such as a last one that was cut off, or one of
 *     another version
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record JournalFile(List<JournalEntry> entries, int unreadableLines) {
  /** What it is called in a run's folder. */
  public static final String NAME = "journal.jsonl";

  public JournalFile {
    entries = List.copyOf(entries);
  }

  /** Reads a file; bytes that are no UTF-8 become replacement characters. */
  public static JournalFile read(Path path) {
    List<JournalEntry> entries = new ArrayList<>();
    int unreadable = 0;
    // The reader of Files.newBufferedReader would fail at a character that was cut in two.
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Optional<JournalEntry> entry = JournalFormat.read(line);
        entry.ifPresent(entries::add);
        unreadable += entry.isPresent() || line.isBlank() ? 0 : 1;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the journal " + path, e);
    }
    return new JournalFile(entries, unreadable);
  }
}
