package io.chaoschapters.subject.file;

import com.fasterxml.jackson.databind.JsonNode;
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

  /** The pointer of a key below another pointer (RFC 6901). */
  public static String child(String pointer, String key) {
    return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
  }
}
