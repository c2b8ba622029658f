package io.chaoschapters.diagnosis.llm.chat;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a model costs.
 *
 * @param perMillionRead US dollars for a million tokens read
 * @param perMillionWritten US dollars for a million tokens written
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Price(double perMillionRead, double perMillionWritten) {
  private static final double MILLION = 1e6;

  /** The cost in US dollars; null when one of the counts is unknown. */
  public @Nullable Double of(@Nullable Integer read, @Nullable Integer written) {
    return read == null || written == null
        ? null
        : Double.valueOf((read * perMillionRead + written * perMillionWritten) / MILLION);
  }
}
