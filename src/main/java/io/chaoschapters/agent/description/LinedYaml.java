package io.chaoschapters.agent.description;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** A YAML file as a tree that knows the line of each key. */
final class LinedYaml {
  private static final int MOST_LEVELS = 10;

  private final String name;
  private final JsonNodeFactory nodes = JsonNodeFactory.instance;
  private final Map<String, Integer> lines = new HashMap<>();
  private final JsonNode root;

  LinedYaml(String name, String text) {
    this.name = name;
    try (YAMLParser parser = new YAMLFactory().createParser(text)) {
      if (parser.nextToken() == null) {
        throw wrong("", "the file is empty; it needs 'agent' and 'kind'");
      }
      root = value(parser, "", 0);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      String words = e.getOriginalMessage().lines().findFirst().orElse("it cannot be read");
      throw new InvalidSettingException(
          RootLocale.format("%s:%d: this is not YAML: %s.", name, line, words));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }

  JsonNode root() {
    return root;
  }

  /** What to throw about the key at a JSON pointer, or the nearest one around it. */
  InvalidSettingException wrong(String pointer, String what) {
    String part = pointer;
    while (!lines.containsKey(part) && part.contains("/")) {
      part = part.substring(0, part.lastIndexOf('/'));
    }
    return new InvalidSettingException(
        RootLocale.format("%s:%d: %s.", name, lines.getOrDefault(part, 1), what));
  }

  private JsonNode value(YAMLParser parser, String pointer, int depth) throws IOException {
    int line = parser.currentTokenLocation().getLineNr();
    lines.putIfAbsent(pointer, line);
    if (depth > MOST_LEVELS || parser.isCurrentAlias() || parser.getObjectId() != null) {
      throw wrong(pointer, "this is nested too deep, or holds an anchor; write the value out");
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, pointer, depth);
      case START_ARRAY -> array(parser, pointer, depth);
      case VALUE_NUMBER_INT -> nodes.numberNode(parser.getBigIntegerValue());
      case VALUE_NUMBER_FLOAT -> nodes.numberNode(parser.getDecimalValue());
      case VALUE_TRUE, VALUE_FALSE -> nodes.booleanNode(parser.getBooleanValue());
      case VALUE_NULL -> nodes.nullNode();
      default -> nodes.textNode(parser.getText());
    };
  }

  private ObjectNode object(YAMLParser parser, String pointer, int depth) throws IOException {
    ObjectNode object = nodes.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      String child = pointer + "/" + key.replace("~", "~0").replace("/", "~1");
      lines.put(child, parser.currentTokenLocation().getLineNr());
      parser.nextToken();
      if (object.has(key)) {
        throw wrong(child, RootLocale.format("key '%s' is there twice", key));
      }
      object.set(key, value(parser, child, depth + 1));
    }
    return object;
  }

  private ArrayNode array(YAMLParser parser, String pointer, int depth) throws IOException {
    ArrayNode array = nodes.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser, pointer + "/" + array.size(), depth + 1));
    }
    return array;
  }
}
