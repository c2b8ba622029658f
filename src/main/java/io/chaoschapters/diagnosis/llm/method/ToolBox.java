package io.chaoschapters.diagnosis.llm.method;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import io.chaoschapters.diagnosis.evidence.CoreText;
import io.chaoschapters.diagnosis.evidence.SystemTools;
import io.chaoschapters.diagnosis.llm.chat.Reply.ToolCall;
import io.chaoschapters.text.Json;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Shorten;
import java.util.List;
import java.util.function.Consumer;

/** Uses tools for a model, and reports each use. */
final class ToolBox {
  private static final int LONGEST_RESULT = 4_000;
  private static final int USUAL_LINES = 20;
  private static final int LONGEST_NOTE = 160;

  /** As they are described to a model. */
  static final List<ToolSpecification> SPECIFICATIONS =
      List.of(
          tool("list_components", JsonObjectSchema.builder()),
          tool(
              "read_metric",
              JsonObjectSchema.builder().addStringProperty("metric").required("metric")),
          tool(
              "read_log",
              JsonObjectSchema.builder()
                  .addStringProperty("component")
                  .addIntegerProperty("lines")
                  .required("component")),
          tool("check_invariants", JsonObjectSchema.builder()));

  private final SystemTools tools;
  private final Consumer<String> note;
  private int calls;

  ToolBox(SystemTools tools, Consumer<String> note) {
    this.tools = tools;
    this.note = note;
  }

  private static ToolSpecification tool(String name, JsonObjectSchema.Builder parameters) {
    return ToolSpecification.builder()
        .name(name)
        .description(CoreText.get("llm.tool." + name))
        .parameters(parameters.build())
        .build();
  }

  /** How many calls were made. */
  int calls() {
    return calls;
  }

  /** Makes a call; one that cannot be made is answered with the reason. */
  String use(ToolCall call) {
    calls++;
    String result = Shorten.to(LONGEST_RESULT, result(call));
    note.accept(
        RootLocale.format(
            "The model used %s %s: %s",
            Shorten.to(LONGEST_NOTE, call.name()),
            Shorten.to(LONGEST_NOTE, call.arguments()),
            Shorten.to(LONGEST_NOTE, result)));
    return result;
  }

  private String result(ToolCall call) {
    JsonNode arguments;
    try {
      arguments = Json.read(call.arguments().isBlank() ? "{}" : call.arguments());
    } catch (JsonProcessingException e) {
      return CoreText.get("llm.tools.badArguments");
    }
    return switch (call.name()) {
      case "list_components" -> tools.listComponents();
      case "read_metric" -> tools.queryMetric(arguments.path("metric").asText());
      case "read_log" ->
          tools.readLog(
              arguments.path("component").asText(), arguments.path("lines").asInt(USUAL_LINES));
      case "check_invariants" -> tools.checkInvariants();
      default -> CoreText.get("llm.tools.none");
    };
  }
}
