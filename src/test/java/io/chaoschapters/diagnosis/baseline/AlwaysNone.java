package io.chaoschapters.diagnosis.baseline;

import java.util.Optional;

/** Never sees an anomaly. */
public final class AlwaysNone extends BaselineDiagnoser {
  public AlwaysNone() {
    super("always-none", evidence -> Optional.empty());
  }
}
