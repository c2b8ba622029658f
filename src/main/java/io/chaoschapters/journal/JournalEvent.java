package io.chaoschapters.journal;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened in a run.
 *
 * @param sequence 1, 2, 3 … without gaps
 * @param at wall clock time
 * @param elapsed seconds since the run started, by a clock that never goes back
 * @param type what happened
 * @param chapter the chapter that it belongs to, such as {@code 03-counter-drift}, or null
 * @param data numbers, texts, booleans, lists and maps of them; in the order they were given
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record JournalEvent(
    long sequence,
    Instant at,
    double elapsed,
    EventType type,
    @Nullable String chapter,
    Map<String, Object> data) {
  /** Copies the data. */
  public JournalEvent {
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
  }

  /** A value as text; empty when it is not there. */
  public String text(String key) {
    Object value = data.get(key);
    return value == null ? "" : value.toString();
  }

  /** A value as a number; NaN when it is not there or not a number. */
  public double number(String key) {
    return data.get(key) instanceof Number number ? number.doubleValue() : Double.NaN;
  }
}
