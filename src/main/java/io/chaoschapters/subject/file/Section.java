package io.chaoschapters.subject.file;

import com.fasterxml.jackson.databind.JsonNode;
import io.chaoschapters.subject.ParameterText;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A group of keys of a file whose form the schema has checked.
 *
 * @param tree the whole file
 * @param pointer where the group is; it need not be there
 * @param mistakes where to tell what is wrong
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Section(LocatedTree tree, String pointer, Mistakes mistakes) {
  private static final Duration LONGEST = Duration.ofHours(24);

  /** The group or value of a key of it. */
  public Section child(String key) {
    return new Section(tree, LocatedTree.child(pointer, key), mistakes);
  }

  /** Whether it is in the file. */
  public boolean exists() {
    return !tree.root().at(pointer).isMissingNode();
  }

  /** The text of a key, or null when it is not there. */
  public @Nullable String text(String key) {
    return tree.texts().get(child(key).pointer());
  }

  /** The duration of a key, or a default when it is not there. */
  public Duration duration(String key, Duration otherwise) {
    String text = text(key);
    Duration duration = text == null ? otherwise : ParameterText.duration(text);
    if (duration.compareTo(LONGEST) > 0) {
      wrong(key, RootLocale.format("'%s': '%s' is longer than 24h.", key, text));
      return otherwise;
    }
    return duration;
  }

  /** The texts of a key that has one value or a list of them. */
  public List<String> texts(String key) {
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
  public List<Section> items() {
    List<Section> items = new ArrayList<>();
    JsonNode list = tree.root().at(pointer);
    for (int i = 0; list.isArray() && i < list.size(); i++) {
      items.add(child(Integer.toString(i)));
    }
    return items;
  }

  /** All single values but those of some keys, in the order of the file. */
  public Map<String, String> values(Set<String> but) {
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

  /** The line of its key. */
  public int line() {
    return tree.line(pointer);
  }

  /** Its own key. */
  public String name() {
    return LocatedTree.key(pointer);
  }

  /** Its keys, in the order of the file; none where it is no group. */
  public List<String> keys() {
    List<String> keys = new ArrayList<>();
    tree.root().at(pointer).fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /** Whether a key of it is in the file. */
  public boolean has(String key) {
    return child(key).exists();
  }

  /** Tells what is doubtful about a key. */
  public void doubt(String key, String sentence) {
    mistakes.doubt(tree.line(child(key).pointer()), sentence);
  }

  /**
   * Tells what is wrong with a key, or with the group when the key is not there. That it is not
   * there is no news where the form of the group is wrong.
   */
  public void wrong(String key, String sentence) {
    if (has(key) || !mayHave(key)) {
      mistakes.add(tree.line(child(key).pointer()), sentence);
    }
  }

  /** Tells what is wrong with the group, unless a key of it is wrong already. */
  public void wrong(String sentence) {
    if (isWhole()) {
      mistakes.add(line(), sentence);
    }
  }

  /** Whether a key that is not there may be one that has been reported. */
  public boolean mayHave(String key) {
    return mistakes.isLost(pointer) || mistakes.isLost(child(key).pointer());
  }

  /** Whether each of its keys is there as it was written. */
  public boolean isWhole() {
    return !mistakes.isLost(pointer) && !mistakes.isLostBelow(pointer);
  }

  /** Whether it is there as it was written, with all that is in it. */
  public boolean isWholeToTheBottom() {
    return !mistakes.isLostWithin(pointer);
  }
}
