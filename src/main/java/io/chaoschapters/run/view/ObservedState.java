package io.chaoschapters.run.view;

import io.chaoschapters.run.ChapterEvent;
import io.chaoschapters.run.JournalEntry;
import io.chaoschapters.run.Observed;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.run.Standing;
import io.chaoschapters.run.ViolationEvent;
import io.chaoschapters.subject.Health;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What the newest observation saw.
 *
 * @param components in the subject's order
 * @param invariants in the subject's order
 * @param observedAt when, in seconds since the run started; NaN before the first
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record ObservedState(
    List<ComponentView> components, List<InvariantView> invariants, double observedAt) {
  static final ObservedState NONE = new ObservedState(List.of(), List.of(), Double.NaN);

  public ObservedState {
    components = List.copyOf(components);
    invariants = List.copyOf(invariants);
  }

  ObservedState apply(JournalEntry entry) {
    RunEvent event = entry.event();
    double now = entry.elapsed();
    if (event instanceof Observed seen) {
      return observed(seen, now);
    }
    if (event instanceof RunEvent.Started started) {
      return new ObservedState(
          List.of(),
          started.invariants().stream().map(i -> InvariantView.of(i, now)).toList(),
          Double.NaN);
    }
    if (event instanceof ChapterEvent.Scheduled) {
      return withInvariants(InvariantView::forgetWorst);
    }
    if (event instanceof ViolationEvent.Raised raised) {
      return withInvariant(
          raised, i -> i.in(Standing.VIOLATED, now).withMeasured(raised.measured()));
    }
    if (event instanceof ViolationEvent.Cleared cleared) {
      return withInvariant(cleared, i -> i.in(Standing.HOLDS, now));
    }
    return this;
  }

  private ObservedState observed(Observed seen, double now) {
    List<ComponentView> nextComponents = new ArrayList<>();
    for (Observed.Component component : seen.components()) {
      boolean serves = component.health() == Health.SERVING;
      nextComponents.add(new ComponentView(component, serves ? now : lastServing(component.id())));
    }
    List<InvariantView> nextInvariants = new ArrayList<>();
    for (Observed.Check check : seen.invariants()) {
      nextInvariants.add(InvariantView.of(check, find(check.id()), now));
    }
    return new ObservedState(nextComponents, nextInvariants, now);
  }

  private double lastServing(String id) {
    for (ComponentView component : components) {
      if (component.id().equals(id)) {
        return component.lastServing();
      }
    }
    return Double.NaN;
  }

  private @Nullable InvariantView find(String id) {
    for (InvariantView invariant : invariants) {
      if (invariant.id().equals(id)) {
        return invariant;
      }
    }
    return null;
  }

  private ObservedState withInvariant(ViolationEvent event, UnaryOperator<InvariantView> change) {
    return withInvariants(i -> i.id().equals(event.invariant()) ? change.apply(i) : i);
  }

  private ObservedState withInvariants(UnaryOperator<InvariantView> change) {
    return new ObservedState(components, invariants.stream().map(change).toList(), observedAt);
  }

  /** How many invariants stand so. */
  public int count(Standing standing) {
    return (int) invariants.stream().filter(i -> i.standing() == standing).count();
  }
}
