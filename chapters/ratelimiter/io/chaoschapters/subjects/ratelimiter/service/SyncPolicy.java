package io.chaoschapters.subjects.ratelimiter.service;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.apiguardian.api.API;

/** What becomes of hits whose sync failed, in batched mode. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum SyncPolicy {
  /** They are given up; the next sync starts from zero, as in Kong and gubernator. */
  @JsonProperty("drop")
  DROP,
  /** They are sent again with the next sync, as in Bucket4j. */
  @JsonProperty("resend")
  RESEND,
  /** Each node sends its own total and the store keeps the highest, so sending twice is safe. */
  @JsonProperty("idempotent")
  IDEMPOTENT
}
