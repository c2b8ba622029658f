package io.chaoschapters.run.view;

import io.chaoschapters.run.JournalEntry;
import org.apiguardian.api.API;

/** Hears of every entry, with what the run looks like after it; must be quick, must not throw. */
@FunctionalInterface
@API(status = API.Status.INTERNAL, since = "0.1")
public interface RunListener {
  /** An entry was written. */
  void on(JournalEntry entry, RunView view);
}
