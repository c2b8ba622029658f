package io.chaoschapters.subjects.ratelimiter.service;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Why a check was admitted or rejected. */
enum Reason {
  @JsonProperty("within_limit")
  WITHIN_LIMIT,
  @JsonProperty("over_limit")
  OVER_LIMIT,
  /** The store failed, so the fail mode decided. */
  @JsonProperty("store_unavailable")
  STORE_UNAVAILABLE,
  /** Too many checks wait for the store, so the fail mode decided. */
  @JsonProperty("store_busy")
  STORE_BUSY,
  /** The node tracks as many keys as it may, so the fail mode decided. */
  @JsonProperty("too_many_keys")
  TOO_MANY_KEYS;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
