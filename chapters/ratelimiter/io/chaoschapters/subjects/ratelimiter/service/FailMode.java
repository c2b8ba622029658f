package io.chaoschapters.subjects.ratelimiter.service;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.apiguardian.api.API;

/** What a strict check answers when the store cannot be asked. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum FailMode {
  /** Admits; the hit is never counted in the store. */
  @JsonProperty("open")
  OPEN,
  /** Rejects. */
  @JsonProperty("closed")
  CLOSED,
  /** Decides as in batched mode; the hits are sent when the store answers again. */
  @JsonProperty("local")
  LOCAL
}
