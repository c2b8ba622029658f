package io.chaoschapters.subjects.ratelimiter.service;

import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code GET /state}: what one node knows, without asking the store.
 *
 * @param node the node's name
 * @param incarnation changes when the node starts again; its counts then start from zero
 * @param nowMillis the node's clock, in milliseconds since 1970
 * @param mode how it decides
 * @param policy what becomes of hits whose sync failed
 * @param fail what a strict check answers when the store cannot be asked
 * @param syncIntervalMillis pause from the end of a sync to the next
 * @param storeUp whether the last exchange with the store succeeded; null before the first
 * @param lastSyncMillis when a sync last succeeded, in milliseconds since 1970; null if none did
 * @param syncsOk syncs that succeeded since the node started
 * @param syncsFailed syncs that failed since the node started
 * @param lastSyncError why the last sync failed; null if it succeeded or there was none
 * @param keys the present and the previous window of every key in use
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record NodeState(
    String node,
    String incarnation,
    long nowMillis,
    LimitMode mode,
    SyncPolicy policy,
    FailMode fail,
    long syncIntervalMillis,
    @Nullable Boolean storeUp,
    @Nullable Long lastSyncMillis,
    long syncsOk,
    long syncsFailed,
    @Nullable String lastSyncError,
    List<KeyState> keys) {

  /** Copies the list of keys. */
  public NodeState {
    keys = List.copyOf(keys);
  }
}
