package io.chaoschapters.stage;

import io.chaoschapters.journal.JournalEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Reads an event's data without trusting it: what is missing or odd becomes the given default. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class EventData {
  private EventData() {}

  /** A text without control characters; lists are joined by commas, maps by {@code key=value}. */
  public static String clean(JournalEvent event, String key) {
    return StageText.cleanLine(words(event.data().get(key)));
  }

  /** A text of several lines without control characters. */
  public static String cleanBlock(JournalEvent event, String key) {
    return StageText.clean(words(event.data().get(key)));
  }

  /** The event's chapter, such as {@code 03-counter-drift}; empty for none. */
  public static String chapter(JournalEvent event) {
    return event.chapter() == null ? "" : StageText.cleanLine(event.chapter());
  }

  /** A number, or the default when it is not there. */
  public static double number(JournalEvent event, String key, double otherwise) {
    double value = event.number(key);
    return Double.isNaN(value) ? otherwise : value;
  }

  /** A whole number, or the default when it is not there. */
  public static int whole(JournalEvent event, String key, int otherwise) {
    return (int) number(event, key, otherwise);
  }

  /** How many elements a list has; a number stands for itself. */
  public static int size(JournalEvent event, String key) {
    return event.data().get(key) instanceof Collection<?> list ? list.size() : whole(event, key, 0);
  }

  /** The maps in a list; anything else in it is left out. */
  public static List<Map<?, ?>> maps(JournalEvent event, String key) {
    if (!(event.data().get(key) instanceof Collection<?> list)) {
      return List.of();
    }
    return list.stream().filter(Map.class::isInstance).<Map<?, ?>>map(Map.class::cast).toList();
  }

  /** A value of a map as clean text. */
  public static String clean(Map<?, ?> map, String key) {
    return StageText.cleanLine(words(map.get(key)));
  }

  /** A value of a map as a number, NaN when it is none. */
  public static double number(Map<?, ?> map, String key) {
    return map.get(key) instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  private static String words(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Collection<?> list) {
      return list.stream().map(EventData::words).collect(Collectors.joining(", "));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> entry.getKey() + "=" + words(entry.getValue()))
          .collect(Collectors.joining(", "));
    }
    return value.toString();
  }
}
