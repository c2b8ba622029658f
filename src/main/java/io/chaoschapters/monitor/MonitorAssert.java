package io.chaoschapters.monitor;

import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;

/** AssertJ assertions on what the monitor saw in a chapter. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class MonitorAssert extends AbstractAssert<MonitorAssert, Monitor> {

  /** Begins an assertion. */
  public MonitorAssert(Monitor actual) {
    super(actual, MonitorAssert.class);
  }

  /**
   * Waits until the experiment's fault and settle times are over; no invariant left its bounds
   * meanwhile.
   */
  public MonitorAssert staysWithinBounds() {
    isNotNull();
    actual.awaitEnd();
    List<Violation> violations = actual.violations();
    if (!violations.isEmpty()) {
      failWithMessage(
          "%nExpected every invariant to stay within its bounds, but:%n%s",
          violations.stream()
              .map(violation -> "  " + violation.sentence())
              .collect(Collectors.joining("\n")));
    }
    return this;
  }

  /**
   * Waits until the experiment's fault and settle times are over; this invariant was measured at
   * the end, and did not leave its bounds meanwhile.
   *
   * @param invariant its id
   */
  public MonitorAssert keeps(String invariant) {
    isNotNull();
    actual.awaitEnd();
    actual.violations().stream()
        .filter(violation -> violation.invariant().id().equals(invariant))
        .findFirst()
        .ifPresent(violation -> failWithMessage("%n  %s", violation.sentence()));
    InvariantStatus status = actual.status(invariant);
    if (status.state() != InvariantStatus.State.HOLDS) {
      failWithMessage(
          "%nExpected invariant '%s' to hold in the end, but it is %s: %s",
          invariant, status.state(), status.measurement().reading().why());
    }
    return this;
  }
}
