package io.chaoschapters.run.view;

import io.chaoschapters.run.FaultEvent;
import io.chaoschapters.run.JournalEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Faults, in the order in which they were armed.
 *
 * @param all oldest first
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Faults(List<FaultView> all) {
  static final Faults NONE = new Faults(List.of());

  /** Copies the list. */
  public Faults {
    all = List.copyOf(all);
  }

  Faults apply(JournalEntry entry) {
    if (!(entry.event() instanceof FaultEvent event)) {
      return this;
    }
    List<FaultView> next = new ArrayList<>(all);
    if (event instanceof FaultEvent.Armed armed) {
      next.add(FaultView.of(armed, entry.elapsed()));
    } else if (!next.isEmpty()) {
      next.set(next.size() - 1, next.get(next.size() - 1).after(event, entry.elapsed()));
    }
    return new Faults(next);
  }

  /** The newest. */
  public Optional<FaultView> newest() {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }
}
