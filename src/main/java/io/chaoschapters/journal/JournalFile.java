package io.chaoschapters.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A journal that was read from its file.
 *
 * @param events in the order of the file
 * @param unreadableLines lines that are no event, such as a last one that was cut off
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record JournalFile(List<JournalEvent> events, int unreadableLines) {
  private static final ObjectReader READER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build()
          .readerFor(JournalEvent.class);

  /** Copies the events. */
  public JournalFile {
    events = List.copyOf(events);
  }

  /** Reads a file; bytes that are no UTF-8 become replacement characters. */
  public static JournalFile read(Path path) {
    List<JournalEvent> events = new ArrayList<>();
    int unreadable = 0;
    // The reader of Files.newBufferedReader would fail at a character that was cut in two.
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !add(line, events)) {
          unreadable++;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the journal " + path, e);
    }
    return new JournalFile(events, unreadable);
  }

  private static boolean add(String line, List<JournalEvent> events) {
    try {
      JournalEvent event = READER.readValue(line);
      return event != null && event.type() != null && events.add(event);
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
