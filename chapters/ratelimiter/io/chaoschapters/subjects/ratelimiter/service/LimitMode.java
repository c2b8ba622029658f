package io.chaoschapters.subjects.ratelimiter.service;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.apiguardian.api.API;

/** How a node decides whether a check passes. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum LimitMode {
  /** Every check is one atomic script in the shared store. */
  @JsonProperty("strict")
  STRICT,
  /** The node decides from the count last read plus its own hits, and syncs now and then. */
  @JsonProperty("batched")
  BATCHED
}
