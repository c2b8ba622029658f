package io.chaoschapters.run.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.chaoschapters.run.EventTypes;
import io.chaoschapters.run.JournalEntry;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.text.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A journal's entry as a line of JSON: {@code sequence}, {@code at}, {@code elapsed}, {@code type},
 * {@code chapter} and the event's components as {@code data}.
 */
final class JournalFormat {
  private static final ObjectMapper JSON =
      Json.withTimes()
          .addModule(new SimpleModule().addSerializer(new FiniteNumbers()))
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private JournalFormat() {}

  static String write(JournalEntry entry) throws JsonProcessingException {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("sequence", entry.sequence());
    line.put("at", entry.at());
    line.put("elapsed", entry.elapsed());
    line.put("type", entry.type());
    line.put("chapter", entry.chapter());
    line.put("data", entry.event());
    return JSON.writeValueAsString(line);
  }

  /**
   * Reads a line; empty when it is no entry, is of a type that is not known, or lacks something
   * that its event must have.
   */
  static Optional<JournalEntry> read(String line) {
    try {
      JsonNode node = JSON.readTree(line);
      Class<? extends RunEvent> type = EventTypes.find(node.path("type").asText());
      if (type == null || !node.path("elapsed").isNumber()) {
        return Optional.empty();
      }
      RunEvent event = JSON.treeToValue(node.path("data"), type);
      if (event == null || !Completeness.isComplete((Record) event)) {
        return Optional.empty();
      }
      return Optional.of(
          new JournalEntry(
              node.path("sequence").asLong(),
              JSON.treeToValue(node.path("at"), Instant.class),
              node.path("elapsed").asDouble(),
              node.hasNonNull("chapter") ? node.path("chapter").asText() : null,
              event));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** JSON has no infinity and nothing that is not a number: there it is null, which is unknown. */
  private static final class FiniteNumbers extends StdSerializer<Double> {
    private static final long serialVersionUID = 1L;

    FiniteNumbers() {
      super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      if (Double.isFinite(value)) {
        json.writeNumber(value);
      } else {
        json.writeNull();
      }
    }
  }
}
