package io.chaoschapters.subject.yaml.model;

import io.chaoschapters.subject.yaml.ask.CommandQuestion;
import io.chaoschapters.subject.yaml.ask.HealthRules;
import io.chaoschapters.subject.yaml.ask.Question;
import java.time.Duration;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Client traffic.
 *
 * @param name as experiments call it
 * @param does what it sends, one clause
 * @param rate requests a second, as the file writes it, or null for a program that keeps running
 * @param clients how many requests may be under way at once, 1 or more
 * @param request what is sent
 * @param to ids of the components that are asked in turn; empty when the request names whom
 * @param acknowledged tells an answer that is one from an error
 * @param within how long an answer may take
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record LoadEntry(
    String name,
    String does,
    @Nullable String rate,
    int clients,
    Question request,
    List<String> to,
    HealthRules acknowledged,
    Duration within) {
  /** Copies the ids. */
  public LoadEntry {
    to = List.copyOf(to);
  }

  /** The program that runs as long as the load; null when requests are sent at a rate. */
  public @Nullable CommandQuestion program() {
    return rate == null && request instanceof CommandQuestion command ? command : null;
  }
}
