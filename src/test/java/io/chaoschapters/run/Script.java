package io.chaoschapters.run;

import io.chaoschapters.run.view.RunView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A journal written by hand, at times written by hand. */
public final class Script {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  private final List<JournalEntry> entries = new ArrayList<>();
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

  /** Events, one after the other. */
  public Script event(RunEvent... events) {
    for (RunEvent event : events) {
      Instant at = START.plusMillis(Math.round(elapsed * 1000));
      entries.add(new JournalEntry(entries.size() + 1L, at, elapsed, chapter, event));
    }
    return this;
  }

  /** What was written so far. */
  public List<JournalEntry> entries() {
    return List.copyOf(entries);
  }

  /** What the run looks like after it. */
  public RunView view() {
    RunView view = RunView.live();
    for (JournalEntry entry : entries) {
      view = view.apply(entry);
    }
    return view;
  }
}
