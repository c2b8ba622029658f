package io.chaoschapters.runtime.docker;

import io.chaoschapters.runtime.process.Owner;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Labels that say which run a container belongs to. */
final class RunLabels {
  /** The run's id, as in its folder's name. */
  static final String RUN = "io.chaoschapters.run";

  /** The component's id. */
  static final String COMPONENT = "io.chaoschapters.component";

  /** A random text: one for each runtime that was opened. */
  static final String MARK = "io.chaoschapters.mark";

  /** The JVM that it belongs to. */
  static final String OWNER = "io.chaoschapters.owner";

  private RunLabels() {}

  static Map<String, String> of(String run, String mark) {
    return Map.of(RUN, run, MARK, mark, OWNER, Owner.self().toString());
  }

  /** The owner, where it is sure that it is gone; without a label, nothing is ours. */
  static Optional<Owner> goneOwner(@Nullable Map<String, String> labels) {
    return Optional.ofNullable(labels)
        .map(all -> all.get(OWNER))
        .flatMap(Owner::parse)
        .filter(Owner::isGone);
  }
}
