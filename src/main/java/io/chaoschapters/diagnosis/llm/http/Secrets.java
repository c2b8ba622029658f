package io.chaoschapters.diagnosis.llm.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The keys that a request carries, to be taken out of what its server says: some servers repeat
 * them in their errors, and errors get into logs and reports.
 */
final class Secrets {
  private static final Set<String> HEADERS =
      Set.of("authorization", "x-api-key", "x-goog-api-key", "api-key");
  private static final String MASK = "***";

  /** Shorter ones could be part of ordinary words. */
  private static final int SHORTEST = 6;

  private final List<String> keys;

  private Secrets(List<String> keys) {
    this.keys = keys;
  }

  /** The secrets in the headers of a request. */
  static Secrets in(Map<String, ? extends Collection<String>> headers) {
    List<String> keys = new ArrayList<>();
    headers.forEach(
        (name, values) -> {
          if (HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
            values.forEach(value -> keys.add(value.replaceFirst("(?i)^(?:bearer|basic) +", "")));
          }
        });
    keys.removeIf(key -> key.length() < SHORTEST);
    return new Secrets(List.copyOf(keys));
  }

  /** A text without them. */
  String maskedIn(String text) {
    String masked = text;
    for (String key : keys) {
      masked = masked.replace(key, MASK);
    }
    return masked;
  }
}
