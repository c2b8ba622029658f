package io.chaoschapters.agent.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a tool answers.
 *
 * @param text for a model
 * @param data the same as data; null for a refusal
 * @param refused why the tool was not used, in a few words; null when it was
 * @param glossary whether it is the glossary, the only place where its terms may stand
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record ToolAnswer(
    String text, @Nullable JsonNode data, @Nullable String refused, boolean glossary) {

  /** What was asked for. */
  public static ToolAnswer of(String text, JsonNode data) {
    return new ToolAnswer(text, data, null, false);
  }

  static ToolAnswer ofGlossary(String text, JsonNode data) {
    return new ToolAnswer(text, data, null, true);
  }

  /** What was asked for is not there, or not allowed. */
  public static ToolAnswer refusal(String why, String text) {
    return new ToolAnswer(text, null, why, false);
  }

  /** Returns a copy with less text, and a note of what was cut off. */
  ToolAnswer atMost(int characters) {
    if (text.length() <= characters) {
      return this;
    }
    String note = "\n… (cut off here: ask for less)";
    return new ToolAnswer(
        text.substring(0, characters) + note,
        JsonNodeFactory.instance.objectNode(),
        refused,
        glossary);
  }
}
