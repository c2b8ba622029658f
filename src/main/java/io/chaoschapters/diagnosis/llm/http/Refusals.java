package io.chaoschapters.diagnosis.llm.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.chaoschapters.text.Json;
import org.jspecify.annotations.Nullable;

/** Finds in a streamed event that the model will not answer, which LangChain4j drops. */
final class Refusals {
  private Refusals() {}

  /** The words of the refusal, or the reason in a word; null when the event is no refusal. */
  static @Nullable String in(String event) {
    if (!event.contains("refusal") && !event.contains("blockReason")) {
      return null;
    }
    try {
      JsonNode root = Json.read(event);
      JsonNode words = root.path("choices").path(0).path("delta").path("refusal");
      if (words.isTextual()) {
        return words.asText();
      }
      if (root.path("delta").path("stop_reason").asText().equals("refusal")) {
        return "refusal";
      }
      JsonNode blocked = root.path("promptFeedback").path("blockReason");
      return blocked.isTextual() ? blocked.asText() : null;
    } catch (JsonProcessingException e) {
      return null; // Not an event that could say it; what reads the answer will tell.
    }
  }
}
