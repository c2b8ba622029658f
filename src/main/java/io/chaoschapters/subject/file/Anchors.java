package io.chaoschapters.subject.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Copies what anchors name to where they are named. What is copied keeps the lines at which it was
 * written.
 */
final class Anchors {
  /** Anchors in anchors make a large tree of a small file. */
  private static final int MOST_COPIES = 20_000;

  private final Map<String, Integer> lines;
  private final Map<String, String> texts;
  private final Map<String, String> pointers = new HashMap<>();
  private final Map<String, JsonNode> values = new HashMap<>();
  private int copies;

  Anchors(Map<String, Integer> lines, Map<String, String> texts) {
    this.lines = lines;
    this.texts = texts;
  }

  /** Only what is whole can be named, so nothing contains itself. */
  void add(String name, String pointer, JsonNode value) {
    pointers.put(name, pointer);
    values.put(name, value);
  }

  boolean knows(String name) {
    return pointers.containsKey(name);
  }

  /** False when the tree has become too large. */
  boolean isBearable() {
    return copies <= MOST_COPIES;
  }

  /** The value that a name stands for, at another place of the tree. */
  JsonNode copy(String name, String to) {
    move(String.valueOf(pointers.get(name)), to);
    return Objects.requireNonNull(values.get(name)).deepCopy();
  }

  /** Keys of a group's own count before those that are merged into it. */
  void merge(JsonNode from, String pointer, ObjectNode into, String to) {
    if (from.isArray()) {
      for (int i = 0; i < from.size(); i++) {
        merge(from.get(i), pointer + "/" + i, into, to);
      }
      return;
    }
    from.properties()
        .forEach(
            entry -> {
              String key = entry.getKey();
              if (!into.has(key)) {
                into.set(key, entry.getValue());
                move(LocatedTree.child(pointer, key), LocatedTree.child(to, key));
              }
            });
  }

  private void move(String from, String to) {
    copy(lines, from, to);
    copy(texts, from, to);
  }

  private <T> void copy(Map<String, T> all, String from, String to) {
    Map<String, T> more = new HashMap<>();
    all.forEach(
        (pointer, value) -> {
          if (isBearable() && (pointer.equals(from) || pointer.startsWith(from + "/"))) {
            more.put(to + pointer.substring(from.length()), value);
            copies++;
          }
        });
    more.forEach(all::put);
  }
}
