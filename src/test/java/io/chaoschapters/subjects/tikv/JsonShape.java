package io.chaoschapters.subjects.tikv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The shape of a JSON text, one line for each field in its order: its path and the type of its
 * value. Elements of an array are one, and so are fields that are named by a number, as ids are.
 */
final class JsonShape {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonShape() {}

  static List<String> of(String json) {
    List<String> lines = new ArrayList<>();
    try {
      add(lines, "", JSON.readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not JSON: " + json, e);
    }
    return lines.stream().distinct().toList();
  }

  private static void add(List<String> lines, String path, JsonNode node) {
    lines.add((path.isEmpty() ? "." : path) + ' ' + node.getNodeType());
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String name = field.getKey().matches("\\d+") ? "<id>" : field.getKey();
      add(lines, path + '.' + name, field.getValue());
    }
    if (node.isArray()) {
      node.forEach(element -> add(lines, path + "[]", element));
    }
  }

  /** Fields of objects, without those that PD leaves out when they are zero or empty. */
  static TreeSet<String> without(List<String> shape, String... optional) {
    TreeSet<String> rest = new TreeSet<>(shape);
    for (String name : optional) {
      rest.removeIf(line -> line.contains("." + name + " ") || line.contains("." + name + "."));
      rest.removeIf(line -> line.contains("." + name + "["));
    }
    return rest;
  }
}
