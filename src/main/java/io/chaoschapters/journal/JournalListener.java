package io.chaoschapters.journal;

import org.apiguardian.api.API;

/** Hears every event right after it was written; must be quick and must not throw. */
@FunctionalInterface
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface JournalListener {
  /** An event was written. */
  void on(JournalEvent event);
}
