package io.chaoschapters.agent.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chaoschapters.diagnosis.answer.DiagnosisParser;
import io.chaoschapters.text.Json;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A tool as it is described to an agent.
 *
 * @param name its name
 * @param title a name for people
 * @param description what it does
 * @param input the JSON Schema of its arguments
 * @param output the JSON Schema of its answer
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record ToolDescription(
    String name, String title, String description, JsonNode input, JsonNode output) {
  /** The tool that takes the answer. */
  public static final String SUBMIT = "submit_diagnosis";

  /** The tool that tells the question. */
  public static final String TASK = "read_task";

  /** The tool that asks a Prometheus. */
  static final String PROMQL = "query_metrics";

  private static final String FILE = "tools.json";

  /** Whether a tool is there only where a real Prometheus runs. */
  public static boolean needsPrometheus(String tool) {
    return tool.equals(PROMQL);
  }

  public static List<ToolDescription> all() {
    List<ToolDescription> tools = new ArrayList<>();
    for (JsonNode tool : Json.resource(ToolDescription.class, FILE)) {
      String name = tool.path("name").asText();
      tools.add(
          new ToolDescription(
              name,
              tool.path("title").asText(),
              tool.path("description").asText(),
              name.equals(SUBMIT) ? answerSchema() : tool.path("input"),
              tool.path("output")));
    }
    return List.copyOf(tools);
  }

  private static JsonNode answerSchema() {
    ObjectNode schema = (ObjectNode) DiagnosisParser.schema();
    schema.remove("title"); // it speaks of a diagnoser
    return schema;
  }
}
