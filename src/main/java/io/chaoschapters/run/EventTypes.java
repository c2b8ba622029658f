package io.chaoschapters.run;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The names of events: what stands in their {@link JsonTypeName}, found once. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class EventTypes {
  private static final Map<String, Class<? extends RunEvent>> BY_NAME = find();

  private EventTypes() {}

  private static Map<String, Class<? extends RunEvent>> find() {
    Map<String, Class<? extends RunEvent>> found = new TreeMap<>();
    add(RunEvent.class, found);
    return Collections.unmodifiableMap(found);
  }

  private static void add(
      Class<? extends RunEvent> type, Map<String, Class<? extends RunEvent>> found) {
    if (type.isRecord()) {
      found.put(name(type), type);
      return;
    }
    for (Class<?> part : type.getPermittedSubclasses()) {
      add(part.asSubclass(RunEvent.class), found);
    }
  }

  /** All of them, by name. */
  public static Map<String, Class<? extends RunEvent>> all() {
    return BY_NAME;
  }

  /** What the journal calls an event. */
  public static String nameOf(RunEvent event) {
    return name(event.getClass());
  }

  /** What the journal calls events of a type. */
  public static String name(Class<? extends RunEvent> type) {
    JsonTypeName name = type.getAnnotation(JsonTypeName.class);
    return Objects.requireNonNull(name, () -> type + " has no @JsonTypeName").value();
  }

  /** The type of that name; null when there is none, as in the journal of a later version. */
  public static @Nullable Class<? extends RunEvent> find(String name) {
    return BY_NAME.get(name);
  }
}
