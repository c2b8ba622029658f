package io.chaoschapters.subject.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import io.chaoschapters.subject.ParameterText;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says in a sentence what the schema found wrong. */
final class SchemaSentences {
  private final LocatedTree tree;
  private final JsonNode schema;

  SchemaSentences(LocatedTree tree, JsonNode schema) {
    this.tree = tree;
    this.schema = schema;
  }

  /** The line of the key or item that is wrong. */
  int line(Error error) {
    String pointer = pointer(error);
    boolean aboutKey =
        error.getKeyword().equals("additionalProperties")
            || error.getKeyword().equals("propertyNames");
    return tree.line(aboutKey ? LocatedTree.child(pointer, error.getProperty()) : pointer);
  }

  String of(Error error) {
    String pointer = pointer(error);
    if (schemaPointer(error).startsWith("/$defs/duration/")) {
      return RootLocale.format("'%s': %s.", key(pointer), notADuration(written(pointer)));
    }
    return switch (error.getKeyword()) {
      case "additionalProperties" -> unknownKey(error, pointer);
      case "required" ->
          RootLocale.format("key '%s' is missing %s.", error.getProperty(), in(pointer));
      case "type" ->
          RootLocale.format(
              "'%s' is %s; it must be %s.",
              key(pointer), written(pointer), types(error.getSchemaNode()));
      case "enum" ->
          RootLocale.format(
              "'%s' is not known here (known: %s).",
              written(pointer), joined(error.getSchemaNode(), ", "));
      case "propertyNames" ->
          RootLocale.format(
              "'%s' is not a name here; write lower case words joined by hyphens.",
              Words.quoted(error.getProperty()));
      case "minItems", "minProperties", "minLength" ->
          RootLocale.format("'%s' is empty.", key(pointer));
      case "false" ->
          RootLocale.format(
              "'%s' is for a control; here the method has a duration of its own.", key(pointer));
      case "not" ->
          RootLocale.format(
              "'%s' %s",
              key(pointer),
              schema
                  .at(schemaPointer(error).replaceFirst("/not$", "/description"))
                  .asText("cannot be here."));
      default -> RootLocale.format("'%s': %s.", key(pointer), error.getMessage());
    };
  }

  private static String notADuration(String text) {
    if (text.startsWith("-")) {
      return RootLocale.format(
          "'%s' is negative; a duration is 0 or more, such as 250ms, 5s, 2m or 1h", text);
    }
    try {
      ParameterText.duration(text);
    } catch (IllegalArgumentException e) {
      return Failure.words(e);
    }
    return RootLocale.format("'%s' is not a duration", text);
  }

  /** The key that an unknown one is near to; empty for other errors. */
  Optional<String> meantKey(Error error) {
    return error.getKeyword().equals("additionalProperties")
        ? NearMatch.nearest(error.getProperty(), knownKeys(error))
        : Optional.empty();
  }

  private List<String> knownKeys(Error error) {
    List<String> known = new ArrayList<>();
    String around = schemaPointer(error).replaceFirst("/additionalProperties$", "");
    schema.at(around).path("properties").fieldNames().forEachRemaining(known::add);
    return known;
  }

  private String unknownKey(Error error, String pointer) {
    List<String> known = knownKeys(error);
    return RootLocale.format(
        "unknown key '%s' %s%s (known: %s).",
        Words.quoted(error.getProperty()),
        in(pointer),
        NearMatch.hint(error.getProperty(), known),
        String.join(", ", known));
  }

  /** What was written at a pointer, or what kind of thing is there. */
  private String written(String pointer) {
    String text = tree.texts().get(pointer);
    if (text != null && !text.isBlank()) {
      return Words.quoted(text);
    }
    return switch (tree.root().at(pointer).getNodeType()) {
      case OBJECT -> "a group of keys";
      case ARRAY -> "a list";
      default -> "empty";
    };
  }

  private static String types(JsonNode type) {
    return joined(type, " or ")
        .replace("object", "a group of keys")
        .replace("array", "a list")
        .replace("string", "a text")
        .replace("number", "a number")
        .replace("boolean", "true or false");
  }

  private static String joined(JsonNode node, String separator) {
    if (!node.isArray()) {
      return node.asText();
    }
    List<String> texts = new ArrayList<>();
    node.forEach(item -> texts.add(item.asText()));
    return String.join(separator, texts);
  }

  private static String key(String pointer) {
    return pointer.isEmpty()
        ? "the file"
        : Words.quoted(pointer.substring(pointer.lastIndexOf('/') + 1));
  }

  private static String in(String pointer) {
    return pointer.isEmpty() ? "at the top of the file" : "in '" + key(pointer) + "'";
  }

  static String pointer(Error error) {
    return error.getInstanceLocation().toString();
  }

  private static String schemaPointer(Error error) {
    String location = error.getSchemaLocation().toString();
    return location.substring(location.indexOf('#') + 1);
  }
}
