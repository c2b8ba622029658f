package io.chaoschapters.run.view;

import io.chaoschapters.run.JournalEntry;
import io.chaoschapters.run.ViolationEvent;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A violation and what became of it.
 *
 * @param raised what was measured when it was raised
 * @param raisedAt when, in seconds since the run started
 * @param clearedAt when it was over, in seconds since the run started; NaN while it lasts
 * @param seconds how long it lasted; NaN while it lasts
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record ViolationView(
    ViolationEvent.Raised raised, double raisedAt, double clearedAt, double seconds) {

  static List<ViolationView> after(List<ViolationView> violations, JournalEntry entry) {
    if (!(entry.event() instanceof ViolationEvent event)) {
      return violations;
    }
    List<ViolationView> next = new ArrayList<>(violations);
    if (event instanceof ViolationEvent.Raised raised) {
      next.add(new ViolationView(raised, entry.elapsed(), Double.NaN, Double.NaN));
    } else if (event instanceof ViolationEvent.Cleared cleared) {
      next.replaceAll(violation -> violation.after(cleared, entry.elapsed()));
    }
    return List.copyOf(next);
  }

  private ViolationView after(ViolationEvent.Cleared cleared, double at) {
    boolean same = raised.invariant().equals(cleared.invariant()) && Double.isNaN(clearedAt);
    return same ? new ViolationView(raised, raisedAt, at, cleared.seconds()) : this;
  }

  public boolean isOver() {
    return !Double.isNaN(clearedAt);
  }
}
