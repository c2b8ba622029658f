package io.chaoschapters.stage.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.chaoschapters.text.Json;
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
 * A recording that was read: an asciicast, version 2.
 *
 * @param columns of the terminal
 * @param rows of the terminal
 * @param title may be empty
 * @param events in the order of their times
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Cast(int columns, int rows, String title, List<Event> events) {
  private static final int VERSION = 2;
  private static final int FIELDS = 3;

  /**
   * One event.
   *
   * @param at seconds since the start
   * @param kind {@code o} for output, {@code m} for a marker, {@code r} for a new size
   * @param data what was written, the label, or the size
   */
  public record Event(double at, String kind, String data) {}

  public Cast {
    events = List.copyOf(events);
  }

  /**
   * Reads a file. A last line that was cut off is left out, as is what a newer version adds.
   *
   * @throws IllegalArgumentException in one sentence, when it is not such a recording
   */
  public static Cast read(Path path) {
    // The reader of Files.newBufferedReader would fail at a character that was cut in two.
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8))) {
      List<String> lines = in.lines().toList();
      JsonNode head = lines.isEmpty() ? Json.object() : node(lines.get(0));
      if (head.path("version").asInt() != VERSION || !head.path("width").isInt()) {
        throw notACast(path);
      }
      List<Event> events = new ArrayList<>();
      for (int i = 1; i < lines.size(); i++) {
        JsonNode line = node(lines.get(i));
        if (line.isArray() && line.size() == FIELDS) {
          events.add(new Event(line.get(0).asDouble(), line.get(1).asText(), line.get(2).asText()));
        }
      }
      return new Cast(
          head.path("width").asInt(),
          head.path("height").asInt(),
          head.path("title").asText(""),
          events);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the recording " + path, e);
    }
  }

  /** A line that is not JSON, such as one that was cut off, is read as nothing. */
  private static JsonNode node(String line) {
    try {
      return Json.read(line);
    } catch (JsonProcessingException e) {
      return NullNode.getInstance();
    }
  }

  private static IllegalArgumentException notACast(Path path) {
    return new IllegalArgumentException(
        path + " is not a recording of a show (an asciicast, version 2). Use a run's show.cast.");
  }
}
