package io.chaoschapters.run.file;

import io.chaoschapters.run.JournalEntry;
import org.apiguardian.api.API;

/** Hears every entry right after it was written; must be quick and must not throw. */
@FunctionalInterface
@API(status = API.Status.INTERNAL, since = "0.1")
public interface JournalListener {
  /** An entry was written. */
  void on(JournalEntry entry);
}
