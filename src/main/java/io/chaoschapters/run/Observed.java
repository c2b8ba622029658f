package io.chaoschapters.run;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.chaoschapters.subject.Health;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * An observation is complete.
 *
 * @param components what was seen of each, in the subject's order
 * @param signals the value of each signal that is known
 * @param unknown why each of the others is not known
 * @param notYet those of the others that have nothing to measure, which is no fault
 * @param invariants how each stands, in the subject's order
 */
@JsonTypeName("OBSERVED")
@API(status = API.Status.INTERNAL, since = "0.1")
public record Observed(
    List<Component> components,
    Map<String, Double> signals,
    Map<String, String> unknown,
    Set<String> notYet,
    List<Check> invariants)
    implements RunEvent {

  public Observed {
    components = List.copyOf(components);
    signals = Collections.unmodifiableMap(new LinkedHashMap<>(signals));
    unknown = Collections.unmodifiableMap(new LinkedHashMap<>(unknown));
    notYet = Set.copyOf(notYet);
    invariants = List.copyOf(invariants);
  }

  /**
   * What was seen of a component.
   *
   * @param id its id
   * @param role what it does
   * @param health what a probe from outside saw
   * @param detail more in the subject's words; may be empty
   * @param wording its health in other words, as of a component that has no connections; null for
   *     the usual ones
   */
  public record Component(
      String id, String role, Health health, String detail, @Nullable String wording) {}

  /**
   * How an invariant stands.
   *
   * @param id its id
   * @param statement what should hold
   * @param unit of the measured value; empty for a count
   * @param state whether it holds
   * @param measured the value; null when it is not known
   * @param min the smallest value in bounds; null for none
   * @param max the largest value in bounds; null for none
   * @param why why the value is not known; null when it is
   * @param component the component that the value is of; null for the whole system
   */
  public record Check(
      String id,
      String statement,
      String unit,
      Standing state,
      @Nullable Double measured,
      @Nullable Double min,
      @Nullable Double max,
      @Nullable String why,
      @Nullable String component) {}
}
