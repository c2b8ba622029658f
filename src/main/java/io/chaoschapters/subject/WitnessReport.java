package io.chaoschapters.subject;

import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * What an independent probe saw of a fault.
 *
 * @param seen true when the fault is really there
 * @param statement what was seen, or what was seen instead; one sentence
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record WitnessReport(boolean seen, String statement) {
  /** Several of one fault, which is seen when each of them has seen it. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public static WitnessReport all(List<WitnessReport> reports) {
    return new WitnessReport(
        reports.stream().allMatch(WitnessReport::seen),
        reports.stream().map(WitnessReport::statement).collect(Collectors.joining("; ")));
  }
}
