package io.chaoschapters.subject;

import java.util.List;
import org.apiguardian.api.API;

/** A kind of fault that experiments can name. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface FaultType {
  /** Its name in experiment files, such as {@code freeze}. */
  String name();

  /** What it does, one clause for the stage and the documentation. */
  String description();

  /** Its parameters; none unless it says so. */
  default List<ParameterSpec> parameters() {
    return List.of();
  }

  /** Whether an experiment must name at least one target; not unless it says so. */
  default boolean needsTarget() {
    return false;
  }

  /** Makes the fault; nothing is injected yet. */
  Fault plan(FaultPlan plan);
}
