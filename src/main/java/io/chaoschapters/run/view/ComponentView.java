package io.chaoschapters.run.view;

import io.chaoschapters.run.Observed;
import io.chaoschapters.subject.Health;
import org.apiguardian.api.API;

/**
 * A component as it was seen last.
 *
 * @param seen what was seen of it
 * @param lastServing when it was last seen serving, in seconds since the run started, or NaN
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record ComponentView(Observed.Component seen, double lastServing) {

  public String id() {
    return seen.id();
  }

  /** What a probe saw. */
  public Health health() {
    return seen.health();
  }
}
