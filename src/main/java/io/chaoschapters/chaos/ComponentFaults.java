package io.chaoschapters.chaos;

import io.chaoschapters.subject.FaultType;
import java.util.List;
import org.apiguardian.api.API;

/** The faults that every component knows. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ComponentFaults {
  private static final List<FaultType> ALL = List.of(new FreezeFaultType(), new KillFaultType());

  private ComponentFaults() {}

  /** {@code freeze} and {@code kill}. */
  public static List<FaultType> all() {
    return ALL;
  }
}
