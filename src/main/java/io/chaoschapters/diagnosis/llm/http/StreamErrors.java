package io.chaoschapters.diagnosis.llm.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/**
 * Finds in a streamed event that the server failed after its answer had begun: it cannot say so by
 * a status any more, and LangChain4j drops most of these events.
 */
final class StreamErrors {
  private static final ObjectMapper JSON = new ObjectMapper();

  private StreamErrors() {}

  /** The server's words with the kind of error, if it says one; null when it is no error. */
  static @Nullable String in(String event) {
    if (!event.contains("\"error\"")) {
      return null;
    }
    try {
      JsonNode error = JSON.readTree(event).path("error");
      if (error.isTextual()) {
        return error.asText();
      }
      String message = error.path("message").asText();
      String kind = error.path("type").asText(error.path("status").asText());
      String both = kind.isEmpty() ? message : "%s (%s)".formatted(message, kind);
      return error.isObject() ? both.strip() : null;
    } catch (JsonProcessingException e) {
      return null; // Not an event that could say it; what reads the answer will tell.
    }
  }
}
