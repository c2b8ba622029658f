package io.chaoschapters.chaos.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import io.chaoschapters.subject.ParameterText;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A group of keys of a file whose form the schema has checked.
 *
 * @param tree the whole file
 * @param pointer where the group is; it need not be there
 * @param mistakes where to tell what is wrong
 */
record Section(LocatedTree tree, String pointer, Mistakes mistakes) {
  private static final Duration LONGEST = Duration.ofHours(24);

  Section child(String key) {
    return new Section(tree, LocatedTree.child(pointer, key), mistakes);
  }

  boolean exists() {
    return !tree.root().at(pointer).isMissingNode();
  }

  /** The text of a key, or null when it is not there. */
  @Nullable String text(String key) {
    return tree.texts().get(child(key).pointer());
  }

  /** The duration of a key, or a default when it is not there. */
  Duration duration(String key, Duration otherwise) {
    String text = text(key);
    Duration duration = text == null ? otherwise : ParameterText.duration(text);
    if (duration.compareTo(LONGEST) > 0) {
      wrong(key, RootLocale.format("'%s': '%s' is longer than 24h.", key, text));
      return otherwise;
    }
    return duration;
  }

  /** The texts of a key that has one value or a list of them. */
  List<String> texts(String key) {
    Section values = child(key);
    String only = text(key);
    if (only != null) {
      return List.of(only);
    }
    JsonNode list = tree.root().at(values.pointer());
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      texts.add(String.valueOf(values.text(Integer.toString(i))));
    }
    return texts;
  }

  /** The groups of keys of a list; empty for anything else. */
  List<Section> items() {
    List<Section> items = new ArrayList<>();
    JsonNode list = tree.root().at(pointer);
    for (int i = 0; list.isArray() && i < list.size(); i++) {
      items.add(child(Integer.toString(i)));
    }
    return items;
  }

  /** All single values but those of some keys, in the order of the file. */
  Map<String, String> values(Set<String> but) {
    Map<String, String> values = new LinkedHashMap<>();
    tree.root()
        .at(pointer)
        .fieldNames()
        .forEachRemaining(
            key -> {
              String text = text(key);
              if (text != null && !but.contains(key)) {
                values.put(key, text);
              }
            });
    return values;
  }

  int line() {
    return tree.line(pointer);
  }

  /** Tells what is wrong with a key, or with the group when the key is not there. */
  void wrong(String key, String sentence) {
    mistakes.add(tree.line(child(key).pointer()), sentence);
  }
}
