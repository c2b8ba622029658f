package io.chaoschapters.runtime.kubernetes.namespace;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The client's model has null where there is nothing. */
final class Maps {
  private Maps() {}

  static Map<String, String> of(@Nullable Map<String, String> maybe) {
    return maybe == null ? Map.of() : maybe;
  }
}
