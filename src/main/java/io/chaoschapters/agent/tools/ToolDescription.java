package io.chaoschapters.agent.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chaoschapters.diagnosis.answer.DiagnosisParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What an agent is told about a tool.
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

  private static final String FILE = "tools.json";

  /** All of them. */
  public static List<ToolDescription> all() {
    ObjectMapper json = new ObjectMapper();
    List<ToolDescription> tools = new ArrayList<>();
    try (InputStream in = ToolDescription.class.getResourceAsStream(FILE)) {
      for (JsonNode tool : json.readTree(in)) {
        String name = tool.path("name").asText();
        tools.add(
            new ToolDescription(
                name,
                tool.path("title").asText(),
                tool.path("description").asText(),
                name.equals(SUBMIT) ? answerSchema(json) : tool.path("input"),
                tool.path("output")));
      }
      return List.copyOf(tools);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FILE + " from the jar", e);
    }
  }

  private static JsonNode answerSchema(ObjectMapper json) throws IOException {
    ObjectNode schema = (ObjectNode) json.readTree(DiagnosisParser.schemaText());
    schema.remove("title"); // it speaks of a diagnoser
    return schema;
  }
}
