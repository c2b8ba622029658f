package io.chaoschapters.diagnosis.evidence;

import io.chaoschapters.subject.ComponentStatus;
import java.time.Instant;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A system's own steady state; its signals are in {@link SignalChange#before()}.
 *
 * @param takenAt when it was observed
 * @param components every component as it was then
 * @param log what was printed until then, most frequent lines once
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Baseline(Instant takenAt, List<ComponentStatus> components, List<LogEvidence> log) {
  /** Copies the lists. */
  public Baseline {
    components = List.copyOf(components);
    log = List.copyOf(log);
  }
}
