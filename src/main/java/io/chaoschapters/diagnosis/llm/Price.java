package io.chaoschapters.diagnosis.llm;

import org.jspecify.annotations.Nullable;

/**
 * What a model costs.
 *
 * @param perMillionRead US dollars for a million tokens read
 * @param perMillionWritten US dollars for a million tokens written
 */
record Price(double perMillionRead, double perMillionWritten) {
  private static final double MILLION = 1e6;

  /** The cost in US dollars; null when one of the counts is unknown. */
  @Nullable Double of(@Nullable Integer read, @Nullable Integer written) {
    return read == null || written == null
        ? null
        : Double.valueOf((read * perMillionRead + written * perMillionWritten) / MILLION);
  }
}
