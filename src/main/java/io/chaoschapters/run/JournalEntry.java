package io.chaoschapters.run;

import java.time.Instant;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One line of a journal.
 *
 * @param sequence 1, 2, 3 … without gaps
 * @param at wall clock time
 * @param elapsed seconds since the run started, by a clock that never goes back
 * @param chapter the chapter that it belongs to, such as {@code 03-counter-drift}, or null
 * @param event what happened
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record JournalEntry(
    long sequence, Instant at, double elapsed, @Nullable String chapter, RunEvent event) {

  /** What the journal calls its event, such as {@code FAULT_ARMED}. */
  public String type() {
    return EventTypes.nameOf(event);
  }

  /** Whether it belongs to a chapter. */
  public boolean isOf(String name) {
    return name.equals(chapter);
  }
}
