package io.chaoschapters.metrics;

import java.time.Instant;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How the last scrape of a target went.
 *
 * @param target the target
 * @param lastScrape when that scrape began
 * @param problem why it failed, in one sentence; empty if it succeeded
 */
@API(status = Status.INTERNAL, since = "0.1")
public record TargetHealth(ScrapeTarget target, Instant lastScrape, Optional<String> problem) {

  /** Whether the scrape succeeded. */
  public boolean up() {
    return problem.isEmpty();
  }
}
