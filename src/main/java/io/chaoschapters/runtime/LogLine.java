package io.chaoschapters.runtime;

import java.time.Instant;
import org.apiguardian.api.API;

/**
 * One line that a component printed.
 *
 * @param at when this JVM read it
 * @param component the component's id
 * @param text the line without its end, cut at {@value #MAX_LENGTH} characters
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record LogLine(Instant at, String component, String text) {
  /** The longest text that is kept. */
  public static final int MAX_LENGTH = 2_000;

  /** Cuts a text that is too long. */
  public LogLine {
    if (text.length() > MAX_LENGTH) {
      text = text.substring(0, MAX_LENGTH);
    }
  }
}
