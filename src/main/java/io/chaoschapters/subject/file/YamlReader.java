package io.chaoschapters.subject.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Reads one YAML document into a tree that knows its lines.
 *
 * <p>Of a number the tree only says that it is one: what was written is among the texts, to be read
 * by whoever knows its type. Anchors and aliases are refused, so a small file stays a small tree,
 * unless it is a file of another tool's.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class YamlReader {
  private static final int MAX_DEPTH = 20;
  private static final String MERGE = "<<";

  private final SourceFile file;
  private final Map<String, Integer> lines = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private final JsonNodeFactory nodes = JsonNodeFactory.instance;
  private final Anchors anchors = new Anchors(lines, texts);
  private boolean anchored;

  /** Reads one file. */
  public YamlReader(SourceFile file) {
    this.file = file;
  }

  /** Reads bytes that should be UTF-8 text of a bearable size. */
  public LocatedTree read(byte[] content) {
    if (content.length > SourceFile.MAX_BYTES) {
      throw file.refuse(
          RootLocale.format(
              "%s: the file is larger than %d KiB; it needs less.",
              file.name(), SourceFile.MAX_BYTES / 1024));
    }
    try {
      return read(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString());
    } catch (CharacterCodingException e) {
      throw file.refuse(RootLocale.format("%s: the file is not UTF-8 text.", file.name()));
    }
  }

  /** Reads a file of another tool's, in which anchors, and {@code <<} for merging, are usual. */
  public LocatedTree readAnchored(byte[] content) {
    anchored = true;
    return read(content);
  }

  private LocatedTree read(String text) {
    try (YAMLParser parser = new YAMLFactory().createParser(text)) {
      if (parser.nextToken() == null) {
        throw file.refuse(
            RootLocale.format("%s: the file is empty. It needs %s.", file.name(), file.needs()));
      }
      JsonNode root = value(parser, "", 0);
      if (parser.nextToken() != null) {
        throw wrong(line(parser), "a second document begins here; a file has one");
      }
      return new LocatedTree(root, Map.copyOf(lines), Map.copyOf(texts));
    } catch (JsonProcessingException e) {
      YamlProblem problem = YamlProblem.of(e, text);
      throw wrong(problem.line(), "this is not YAML: " + problem.words());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file.name(), e);
    }
  }

  private JsonNode value(YAMLParser parser, String pointer, int depth) throws IOException {
    refuseAnchors(parser);
    if (parser.isCurrentAlias()) {
      return alias(parser, pointer);
    }
    @Nullable String anchor =
        parser.getObjectId() == null ? null : String.valueOf(parser.getObjectId());
    JsonNode value = plain(parser, pointer, depth);
    if (anchor != null) {
      anchors.add(anchor, pointer, value);
    }
    return value;
  }

  private JsonNode alias(YAMLParser parser, String pointer) throws IOException {
    String name = parser.getText();
    if (!anchors.knows(name)) {
      throw wrong(
          line(parser),
          RootLocale.format("nothing above is called &%s, or it contains itself", name));
    }
    JsonNode value = anchors.copy(name, pointer);
    if (!anchors.isBearable()) {
      throw wrong(line(parser), "its anchors make too large a file of it; write some of them out");
    }
    return value;
  }

  private JsonNode plain(YAMLParser parser, String pointer, int depth) throws IOException {
    if (depth > MAX_DEPTH) {
      throw wrong(
          line(parser), RootLocale.format("this is nested more than %d levels deep", MAX_DEPTH));
    }
    lines.putIfAbsent(pointer, line(parser));
    if (parser.currentToken().isScalarValue()) {
      texts.put(pointer, parser.getText());
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, pointer, depth);
      case START_ARRAY -> array(parser, pointer, depth);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> nodes.numberNode(0);
      case VALUE_TRUE, VALUE_FALSE -> nodes.booleanNode(parser.getBooleanValue());
      case VALUE_NULL -> nodes.nullNode();
      default -> nodes.textNode(parser.getText());
    };
  }

  private ObjectNode object(YAMLParser parser, String pointer, int depth) throws IOException {
    ObjectNode object = nodes.objectNode();
    @Nullable JsonNode merged = null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      refuseAnchors(parser);
      String key = parser.currentName();
      String child = LocatedTree.child(pointer, key);
      int line = line(parser);
      if (object.has(key)) {
        throw wrong(
            line,
            RootLocale.format(
                "key '%s' is there twice; the first is in line %d",
                Words.quoted(key), lines.get(child)));
      }
      lines.put(child, line);
      parser.nextToken();
      JsonNode value = value(parser, child, depth + 1);
      if (anchored && key.equals(MERGE)) {
        merged = value;
      } else {
        object.set(key, value);
      }
    }
    if (merged != null) {
      anchors.merge(merged, LocatedTree.child(pointer, MERGE), object, pointer);
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

  private void refuseAnchors(YAMLParser parser) throws IOException {
    if (!anchored && (parser.isCurrentAlias() || parser.getObjectId() != null)) {
      throw wrong(
          line(parser), "anchors and aliases (& and *) are not read here; write the value out");
    }
  }

  private static int line(YAMLParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }

  private RuntimeException wrong(int line, String what) {
    return file.refuse(RootLocale.format("%s:%d: %s.", file.name(), line, what));
  }
}
