package io.chaoschapters.diagnosis.llm.method;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.text.Json;
import java.util.List;

/**
 * The JSON Schema that a model's answer is held to where its server can do that. It is what {@link
 * io.chaoschapters.diagnosis.answer.DiagnosisParser} reads, with the terms to choose from, in the
 * subset of JSON Schema that all providers take: every key required, no bounds, no null.
 */
final class AnswerSchema {
  private AnswerSchema() {}

  static String of(Glossary glossary) {
    ObjectNode root = Json.object();
    ObjectNode keys = object(root);
    pair(keys.putObject("evidence"), "source", "value");
    text(keys, "mechanism");
    ObjectNode alternative = pair(keys.putObject("alternatives"), "term", "why_not");
    oneOf((ObjectNode) alternative.get("term"), glossary.names());
    oneOf(text(keys, "verdict"), List.of("anomaly", "none", "unsure"));
    ObjectNode term = keys.putObject("term").put("type", "array");
    ArrayNode terms = oneOf(term.putObject("items").put("type", "string"), glossary.names());
    terms.add(Diagnosis.OTHER);
    text(keys, "other");
    text(keys, "component");
    keys.putObject("confidence").put("type", "number");
    text(keys, "advice");
    requireAll(root, keys);
    return root.toString();
  }

  private static ObjectNode object(ObjectNode node) {
    return node.put("type", "object").put("additionalProperties", false).putObject("properties");
  }

  private static ObjectNode pair(ObjectNode list, String first, String second) {
    ObjectNode item = list.put("type", "array").putObject("items");
    ObjectNode keys = object(item);
    text(keys, first);
    text(keys, second);
    requireAll(item, keys);
    return keys;
  }

  private static ObjectNode text(ObjectNode keys, String name) {
    return keys.putObject(name).put("type", "string");
  }

  private static ArrayNode oneOf(ObjectNode node, List<String> values) {
    ArrayNode all = node.putArray("enum");
    values.forEach(all::add);
    return all;
  }

  private static void requireAll(ObjectNode node, ObjectNode keys) {
    ArrayNode required = node.putArray("required");
    keys.fieldNames().forEachRemaining(required::add);
  }
}
