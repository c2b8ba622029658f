package io.chaoschapters.metrics.exposition;

import io.chaoschapters.fuzz.Sentences;
import io.chaoschapters.fuzz.WarmUp;

/** Any bytes as an exposition are read, or refused with the line at which it ends to be one. */
public final class ExpositionFuzz {
  private static final String OPEN_METRICS = "application/openmetrics-text";

  private ExpositionFuzz() {}

  /** Before the first try. */
  public static void fuzzerInitialize() {
    WarmUp.with("exposition", ExpositionFuzz::fuzzerTestOneInput);
  }

  /** One try. */
  public static void fuzzerTestOneInput(byte[] input) {
    try {
      for (ExposedSample sample :
          ExpositionParser.parse(input, input.length % 2 == 0 ? "" : OPEN_METRICS, line -> true)) {
        if (!Names.isMetric(sample.metric())) {
          throw new AssertionError("not a metric name: " + sample);
        }
      }
    } catch (ExpositionException e) {
      Sentences.check(e.getMessage());
    }
  }
}
