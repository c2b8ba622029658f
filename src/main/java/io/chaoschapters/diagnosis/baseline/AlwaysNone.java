package io.chaoschapters.diagnosis.baseline;

import java.util.Optional;
import org.apiguardian.api.API;

/** Never sees an anomaly. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class AlwaysNone extends BaselineDiagnoser {
  /** Needs nothing to know. */
  public AlwaysNone() {
    super("always-none", evidence -> Optional.empty());
  }
}
