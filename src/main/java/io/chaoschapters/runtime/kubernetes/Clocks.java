package io.chaoschapters.runtime.kubernetes;

import io.chaoschapters.text.RootLocale;
import java.time.Duration;

/** Times as the agent's clocks read them. */
final class Clocks {
  private Clocks() {}

  /** Seconds with three digits. */
  static String seconds(Duration time) {
    return RootLocale.format("%.3f", time.toMillis() / 1000.0);
  }
}
