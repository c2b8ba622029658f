package io.chaoschapters.chaos.fault;

import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.FaultType;
import java.util.List;
import org.apiguardian.api.API;

/** The faults that every component knows. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ComponentFaults {
  private static final List<FaultType<Cluster>> ALL =
      List.of(
          new FreezeFaultType(),
          new KillFaultType(),
          new ThrottleFaultType(),
          new PartitionFaultType(),
          new LatencyFaultType());

  private ComponentFaults() {}

  /**
   * {@code freeze}, {@code kill}, {@code throttle}, and where a runtime can, {@code partition},
   * {@code latency}.
   */
  public static List<FaultType<Cluster>> all() {
    return ALL;
  }
}
