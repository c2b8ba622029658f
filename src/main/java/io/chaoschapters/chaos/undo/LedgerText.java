package io.chaoschapters.chaos.undo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.text.Json;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a ledger file holds up to its last whole line.
 *
 * @param wholeBytes the length of that part
 * @param lastId the highest number given out, or 0
 * @param pending what is armed and not undone
 */
record LedgerText(long wholeBytes, long lastId, List<PendingUndo> pending) {

  static LedgerText read(Path path) throws IOException {
    if (!Files.exists(path)) {
      return new LedgerText(0, 0, List.of());
    }
    String text = Files.readString(path, StandardCharsets.ISO_8859_1);
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    Map<Long, PendingUndo> pending = new LinkedHashMap<>();
    long lastId = 0;
    int number = 0;
    for (String line : whole.lines().toList()) {
      number++;
      JsonNode node = parse(line, path, number);
      long id = node.path("id").asLong();
      lastId = Math.max(lastId, id);
      if ("undone".equals(node.path("event").asText())) {
        pending.remove(id);
      } else {
        pending.put(id, entry(node, id, path, number));
      }
    }
    return new LedgerText(whole.length(), lastId, List.copyOf(pending.values()));
  }

  private static JsonNode parse(String line, Path path, int number) throws IOException {
    try {
      return Json.MAPPER.readTree(line.getBytes(StandardCharsets.ISO_8859_1));
    } catch (JsonProcessingException e) {
      throw new IOException(
          RootLocale.format("%s:%d is not a line of an undo ledger", path, number), e);
    }
  }

  private static PendingUndo entry(JsonNode node, long id, Path path, int number)
      throws IOException {
    List<UndoStep> steps = new ArrayList<>();
    for (JsonNode step : node.path("steps")) {
      List<String> command = new ArrayList<>();
      step.path("command").forEach(word -> command.add(word.asText()));
      steps.add(new UndoStep(step.path("description").asText(), command));
    }
    try {
      return new PendingUndo(
          id,
          node.path("experiment").asText(),
          node.path("fault").asText(),
          Instant.parse(node.path("at").asText()),
          steps);
    } catch (DateTimeParseException e) {
      throw new IOException(RootLocale.format("%s:%d has no valid time", path, number), e);
    }
  }
}
