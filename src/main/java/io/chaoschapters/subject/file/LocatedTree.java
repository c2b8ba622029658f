package io.chaoschapters.subject.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * A YAML document as a tree, with the line of every key and item.
 *
 * @param root the document
 * @param lines the line (from 1) of each JSON pointer; where there is a key, the key's
 * @param texts what was written for each single value, by JSON pointer
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record LocatedTree(JsonNode root, Map<String, Integer> lines, Map<String, String> texts) {

  /** The line of a JSON pointer, or of the nearest part around it that has one. */
  public int line(String pointer) {
    String part = pointer;
    while (!lines.containsKey(part) && part.contains("/")) {
      part = part.substring(0, part.lastIndexOf('/'));
    }
    return lines.getOrDefault(part, 1);
  }

  /** The same, with a key under another name; its line is that of the key as it was written. */
  LocatedTree renamed(String pointer, String name) {
    String group = parent(pointer);
    JsonNode copy = root.deepCopy();
    JsonNode value = ((ObjectNode) copy.at(group)).remove(key(pointer));
    ((ObjectNode) copy.at(group)).set(name, value);
    String to = child(group, name);
    return new LocatedTree(copy, moved(lines, pointer, to), moved(texts, pointer, to));
  }

  private static <T> Map<String, T> moved(Map<String, T> all, String from, String to) {
    Map<String, T> moved = new HashMap<>();
    all.forEach(
        (pointer, value) ->
            moved.put(
                isIn(from, pointer) ? to + pointer.substring(from.length()) : pointer, value));
    return moved;
  }

  /** The same without a key; lines stay, for what is said of the group around it. */
  LocatedTree without(String pointer) {
    JsonNode copy = root.deepCopy();
    if (copy.at(parent(pointer)) instanceof ObjectNode group) {
      group.remove(key(pointer));
    }
    Map<String, String> left = new HashMap<>(texts);
    left.keySet().removeIf(text -> isIn(pointer, text));
    return new LocatedTree(copy, lines, left);
  }

  /** The pointer of the group around a key. */
  static String parent(String pointer) {
    return pointer.substring(0, pointer.lastIndexOf('/'));
  }

  /** The last key of a pointer. */
  static String key(String pointer) {
    String key = pointer.substring(pointer.lastIndexOf('/') + 1);
    return key.replace("~1", "/").replace("~0", "~");
  }

  /** Whether a pointer is another one, or leads to a part of it. */
  static boolean isIn(String around, String pointer) {
    return pointer.equals(around) || pointer.startsWith(around + "/");
  }

  /** The pointer of a key below another pointer (RFC 6901). */
  public static String child(String pointer, String key) {
    return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
  }
}
