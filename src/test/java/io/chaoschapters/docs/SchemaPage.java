package io.chaoschapters.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A reference page that says what a JSON Schema says. */
final class SchemaPage {
  private final JsonNode schema;
  private final StringBuilder out = new StringBuilder();

  /** Groups that get a section of their own, by its title. */
  private final Map<String, JsonNode> sections = new LinkedHashMap<>();

  private SchemaPage(JsonNode schema) {
    this.schema = schema;
  }

  static String of(Path file, String head) throws IOException {
    SchemaPage page = new SchemaPage(new ObjectMapper().readTree(file.toFile()));
    page.out.append(head).append('\n');
    page.out.append(page.schema.path("description").asText()).append('\n');
    page.section("The file", page.schema);
    schemaGroups(page).forEach(page::section);
    return page.out.toString();
  }

  private static Map<String, JsonNode> schemaGroups(SchemaPage page) {
    page.schema
        .path("$defs")
        .properties()
        .forEach(
            group -> {
              if (group.getValue().has("properties")) {
                page.sections.put(title(group.getKey()), group.getValue());
              }
            });
    return page.sections;
  }

  private static String title(String group) {
    return Character.toUpperCase(group.charAt(0)) + group.substring(1);
  }

  private void section(String title, JsonNode group) {
    out.append(RootLocale.format("%n## %s%n%n", title));
    if (group != schema && group.has("description")) {
      out.append(group.path("description").asText()).append("\n\n");
    }
    out.append("| key | is | says |\n| --- | --- | --- |\n");
    rows("", group);
  }

  private void rows(String before, JsonNode group) {
    List<String> required = new ArrayList<>();
    group.path("required").forEach(key -> required.add(key.asText()));
    group
        .path("properties")
        .properties()
        .forEach(
            entry -> {
              JsonNode value = entry.getValue();
              out.append(
                  RootLocale.format(
                      "| `%s%s`%s | %s | %s |%n",
                      before,
                      entry.getKey(),
                      required.contains(entry.getKey()) ? " (needed)" : "",
                      kind(value),
                      value.path("description").asText().replace("|", "\\|")));
              if (value.has("properties")) {
                rows(before + entry.getKey() + ".", value);
              }
            });
  }

  private static String kind(JsonNode value) {
    if (value.has("not")) {
      return "error";
    }
    if (value.has("enum")) {
      List<String> words = new ArrayList<>();
      value.path("enum").forEach(word -> words.add("`" + word.asText() + "`"));
      return String.join(", ", words);
    }
    String group = value.path("$ref").asText().replaceFirst("#/\\$defs/", "");
    if (!group.isEmpty()) {
      return switch (group) {
        case "duration" -> "duration";
        case "texts", "parameters" -> "texts by name";
        default -> RootLocale.format("[%s](#%s)", group, group);
      };
    }
    String items =
        value.path("additionalProperties").path("$ref").asText().replaceFirst("#/\\$defs/", "");
    if (!items.isEmpty() && !items.equals("value")) {
      return RootLocale.format("[%s](#%s) by name", items, items);
    }
    return value.has("type") ? types(value.path("type")) : "anything";
  }

  private static String types(JsonNode type) {
    List<String> words = new ArrayList<>();
    if (!type.isArray()) {
      return word(type.asText());
    }
    type.forEach(one -> words.add(word(one.asText())));
    return String.join(" or ", words);
  }

  private static String word(String type) {
    return switch (type) {
      case "string" -> "text";
      case "array" -> "list";
      case "object" -> "group of keys";
      case "boolean" -> "true or false";
      default -> type;
    };
  }
}
