package io.chaoschapters.stage;

import io.chaoschapters.journal.EventType;
import io.chaoschapters.journal.JournalEvent;
import io.chaoschapters.subject.Bound;
import io.chaoschapters.subject.Health;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * What the newest observation saw.
 *
 * @param components in the subject's order
 * @param invariants in the subject's order
 * @param observedAt when, in seconds since the run started; NaN before the first
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Vitals(
    List<ComponentView> components, List<InvariantView> invariants, double observedAt) {
  /** Copies the lists. */
  public Vitals {
    components = List.copyOf(components);
    invariants = List.copyOf(invariants);
  }

  static Vitals none() {
    return new Vitals(List.of(), List.of(), Double.NaN);
  }

  Vitals apply(JournalEvent event) {
    return switch (event.type()) {
      case RUN_STARTED -> new Vitals(List.of(), invariantsOf(event), Double.NaN);
      case OBSERVED -> observed(event);
      case CHAPTER_SCHEDULED -> forgetWorst();
      case VIOLATION_RAISED -> changed(event, InvariantView.Standing.VIOLATED);
      case VIOLATION_CLEARED -> changed(event, InvariantView.Standing.HOLDS);
      default -> this;
    };
  }

  private Vitals observed(JournalEvent event) {
    List<InvariantView> seen = invariantsOf(event);
    return new Vitals(componentsOf(event), seen.isEmpty() ? invariants : seen, event.elapsed());
  }

  private List<ComponentView> componentsOf(JournalEvent event) {
    return EventData.maps(event, "components").stream().map(map -> component(map, event)).toList();
  }

  private ComponentView component(Map<?, ?> map, JournalEvent event) {
    String id = EventData.clean(map, "id");
    Health health = health(EventData.clean(map, "health"));
    double serving = health == Health.SERVING ? event.elapsed() : lastServing(id);
    return new ComponentView(
        id, EventData.clean(map, "role"), health, EventData.clean(map, "detail"), serving);
  }

  private static Health health(String text) {
    for (Health health : Health.values()) {
      if (health.name().equals(text)) {
        return health;
      }
    }
    return Health.UNKNOWN;
  }

  private double lastServing(String id) {
    return components.stream()
        .filter(c -> c.id().equals(id))
        .mapToDouble(ComponentView::lastServing)
        .findFirst()
        .orElse(Double.NaN);
  }

  private List<InvariantView> invariantsOf(JournalEvent event) {
    return EventData.maps(event, "invariants").stream()
        .map(map -> invariant(map, event.elapsed()))
        .toList();
  }

  private InvariantView invariant(Map<?, ?> map, double now) {
    String id = EventData.clean(map, "id");
    InvariantView before = find(id);
    InvariantView.Standing standing = standing(map);
    boolean same = before != null && before.standing() == standing;
    return new InvariantView(
        id,
        EventData.clean(map, "statement"),
        EventData.clean(map, "unit"),
        standing,
        EventData.number(map, "measured"),
        bound(map),
        EventData.clean(map, "why"),
        same ? before.since() : now,
        worst(map, standing, before));
  }

  /** An end that is missing is one that the bound does not have. */
  private static Bound bound(Map<?, ?> map) {
    double min = EventData.number(map, "min");
    double max = EventData.number(map, "max");
    return new Bound(
        Double.isNaN(min) ? Double.NEGATIVE_INFINITY : min,
        Double.isNaN(max) ? Double.POSITIVE_INFINITY : max);
  }

  /** The value furthest out of bounds, of those since the chapter was announced. */
  private static double worst(
      Map<?, ?> map,
      InvariantView.Standing standing,
      @org.jspecify.annotations.Nullable InvariantView before) {
    double worst = before == null ? Double.NaN : before.worst();
    double measured = EventData.number(map, "measured");
    if (standing != InvariantView.Standing.VIOLATED || Double.isNaN(measured)) {
      return worst;
    }
    double excess = Math.abs(bound(map).excess(measured));
    boolean worse =
        excess > 0 && (Double.isNaN(worst) || excess > Math.abs(bound(map).excess(worst)));
    return worse ? measured : worst;
  }

  private Vitals forgetWorst() {
    return new Vitals(
        components,
        invariants.stream().map(invariant -> invariant.withWorst(Double.NaN)).toList(),
        observedAt);
  }

  private static InvariantView.Standing standing(Map<?, ?> map) {
    InvariantView.Standing standing = InvariantView.Standing.of(EventData.clean(map, "state"));
    boolean notYet = Boolean.TRUE.equals(map.get("notYet"));
    return standing == InvariantView.Standing.UNKNOWN && notYet
        ? InvariantView.Standing.NOT_YET
        : standing;
  }

  private @org.jspecify.annotations.Nullable InvariantView find(String id) {
    return invariants.stream().filter(i -> i.id().equals(id)).findFirst().orElse(null);
  }

  private Vitals changed(JournalEvent event, InvariantView.Standing standing) {
    String id = EventData.clean(event, "invariant");
    InvariantView before = find(id);
    InvariantView now =
        before == null
            ? new InvariantView(
                id,
                EventData.clean(event, "statement"),
                EventData.clean(event, "unit"),
                standing,
                event.number("measured"),
                bound(event.data()),
                "",
                event.elapsed(),
                event.number("measured"))
            : before.standing(standing, value(event, before), event.elapsed());
    if (event.type() == EventType.VIOLATION_RAISED && Double.isNaN(now.worst())) {
      now = now.withWorst(event.number("measured"));
    }
    List<InvariantView> all = new ArrayList<>(invariants);
    if (before == null) {
      all.add(now);
    } else {
      all.set(all.indexOf(before), now);
    }
    return new Vitals(components, all, observedAt);
  }

  /** A cleared violation's event holds the last bad value, which is not the present one. */
  private static double value(JournalEvent event, InvariantView before) {
    return event.type() == EventType.VIOLATION_RAISED
        ? event.number("measured")
        : before.measured();
  }
}
