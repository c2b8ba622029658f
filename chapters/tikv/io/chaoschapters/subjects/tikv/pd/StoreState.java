package io.chaoschapters.subjects.tikv.pd;

import java.util.Locale;
import org.apiguardian.api.API;

/** PD's word for a store: it depends on the age of the last heartbeat and on operators' orders. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum StoreState {
  /** It serves. */
  UP,
  /** No heartbeat for 20 s. */
  DISCONNECTED,
  /** No heartbeat for longer than {@code max-store-down-time}. */
  DOWN,
  /** It is being emptied. */
  OFFLINE,
  /** It was emptied and is gone for good. */
  TOMBSTONE,
  /** A word that this client does not know. */
  UNKNOWN;

  static StoreState of(String name) {
    for (StoreState state : values()) {
      if (state.name().equals(name.toUpperCase(Locale.ROOT))) {
        return state;
      }
    }
    return UNKNOWN;
  }
}
