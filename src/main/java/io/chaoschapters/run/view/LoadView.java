package io.chaoschapters.run.view;

import io.chaoschapters.run.JournalEntry;
import io.chaoschapters.run.LoadEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Client traffic and what became of it.
 *
 * @param name of the load
 * @param outcomes how often its requests ended in each way; null while it runs
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record LoadView(String name, @Nullable Map<String, Long> outcomes) {

  static List<LoadView> after(List<LoadView> loads, JournalEntry entry) {
    if (!(entry.event() instanceof LoadEvent event)) {
      return loads;
    }
    List<LoadView> next = new ArrayList<>(loads);
    if (event instanceof LoadEvent.Started started) {
      next.add(new LoadView(started.load(), null));
    } else if (event instanceof LoadEvent.Ended ended) {
      next.removeIf(load -> load.outcomes() == null && load.name().equals(ended.load()));
      next.add(new LoadView(ended.load(), ended.outcomes()));
    }
    return List.copyOf(next);
  }
}
