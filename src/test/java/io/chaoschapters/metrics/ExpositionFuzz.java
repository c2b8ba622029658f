package io.chaoschapters.metrics;

import io.chaoschapters.fuzz.Sentences;
import io.chaoschapters.fuzz.WarmUp;
import java.nio.charset.StandardCharsets;

/** Any text as an exposition is read, or refused with the line at which it ends to be one. */
public final class ExpositionFuzz {
  private ExpositionFuzz() {}

  /** Before the first try. */
  public static void fuzzerInitialize() {
    WarmUp.with("exposition", ExpositionFuzz::fuzzerTestOneInput);
  }

  /** One try. */
  public static void fuzzerTestOneInput(byte[] input) {
    try {
      for (ExposedSample sample :
          ExpositionParser.parse(new String(input, StandardCharsets.UTF_8))) {
        if (!Names.isMetric(sample.metric())) {
          throw new AssertionError("not a metric name: " + sample);
        }
      }
    } catch (ExpositionException e) {
      Sentences.check(e.getMessage());
    }
  }
}
