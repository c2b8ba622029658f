package io.chaoschapters.run.view;

import io.chaoschapters.run.Observed;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.run.Standing;
import io.chaoschapters.subject.Bound;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * An invariant as it stood last.
 *
 * @param id its id
 * @param statement what should hold
 * @param unit of the measured value; empty for a count
 * @param standing whether it holds
 * @param measured the newest value, NaN when it is not known
 * @param bound what it should be; without ends when that is not known
 * @param why why it is not known, or empty
 * @param component the component that the newest value is of; null for the whole system
 * @param since when it came into this standing, in seconds since the run started
 * @param worst the value that was furthest out of bounds in this chapter, NaN when none was
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record InvariantView(
    String id,
    String statement,
    String unit,
    Standing standing,
    double measured,
    Bound bound,
    String why,
    @Nullable String component,
    double since,
    double worst) {
  private static final Bound OPEN = new Bound(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** One that was not checked yet. */
  static InvariantView of(RunEvent.Started.Statement announced, double at) {
    return new InvariantView(
        announced.id(),
        announced.statement(),
        announced.unit(),
        Standing.UNKNOWN,
        Double.NaN,
        OPEN,
        "",
        null,
        at,
        Double.NaN);
  }

  static InvariantView of(Observed.Check check, @Nullable InvariantView before, double at) {
    Bound bound = bound(check);
    double measured = check.measured() == null ? Double.NaN : check.measured();
    boolean same = before != null && before.standing() == check.state();
    double worst = before == null ? Double.NaN : before.worst();
    return new InvariantView(
        check.id(),
        check.statement(),
        check.unit(),
        check.state(),
        measured,
        bound,
        check.why() == null ? "" : check.why(),
        check.component(),
        same ? before.since() : at,
        check.state() == Standing.VIOLATED ? worse(worst, measured, bound) : worst);
  }

  /** An end that is missing is one that the bound does not have. */
  public static Bound bound(Observed.Check check) {
    return new Bound(
        check.min() == null ? Double.NEGATIVE_INFINITY : check.min(),
        check.max() == null ? Double.POSITIVE_INFINITY : check.max());
  }

  /** The one of two values that is further out of bounds; NaN when neither is. */
  private static double worse(double worst, double measured, Bound bound) {
    double excess = Math.abs(bound.excess(measured));
    boolean further = Double.isNaN(worst) || excess > Math.abs(bound.excess(worst));
    return excess > 0 && further ? measured : worst;
  }

  InvariantView in(Standing next, double at) {
    double from = next == standing ? since : at;
    return new InvariantView(
        id, statement, unit, next, measured, bound, why, component, from, worst);
  }

  InvariantView withMeasured(double value) {
    double furthest = Double.isNaN(worst) ? value : worst;
    return new InvariantView(
        id, statement, unit, standing, value, bound, why, component, since, furthest);
  }

  InvariantView forgetWorst() {
    return new InvariantView(
        id, statement, unit, standing, measured, bound, why, component, since, Double.NaN);
  }
}
