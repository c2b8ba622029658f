package io.chaoschapters.stage;

import io.chaoschapters.journal.EventType;
import io.chaoschapters.journal.JournalEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Journal events written by hand, at times written by hand. */
public final class Script {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  private final List<JournalEvent> events = new ArrayList<>();
  private @Nullable String chapter;
  private double elapsed;

  /** Later events happen at this time, in seconds since the start. */
  public Script at(double seconds) {
    elapsed = seconds;
    return this;
  }

  /** Later events belong to this chapter. */
  public Script chapter(@Nullable String name) {
    chapter = name;
    return this;
  }

  /** An event with data as keys and values in turn. */
  public Script event(EventType type, Object... keysAndValues) {
    Map<String, Object> data = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      data.put(keysAndValues[i].toString(), keysAndValues[i + 1]);
    }
    return event(type, data);
  }

  /** An event with data. */
  public Script event(EventType type, Map<String, Object> data) {
    Instant at = START.plusMillis(Math.round(elapsed * 1000));
    events.add(new JournalEvent(events.size() + 1L, at, elapsed, type, chapter, data));
    return this;
  }

  /** What was written so far. */
  public List<JournalEvent> events() {
    return List.copyOf(events);
  }
}
