package io.chaoschapters.subjects.ratelimiter.service;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What one node knows of one key in one window.
 *
 * @param key the key that is limited
 * @param explicit whether the limit was set for this key, rather than being the default
 * @param limit hits that a window admits
 * @param windowMillis length of the window
 * @param windowId windows of this length since 1970; with the length it names the shared count, see
 *     {@link StoreKeys}
 * @param windowEndMillis when the window ends, in milliseconds since 1970
 * @param admitted checks that this node answered with yes in this window, in any mode
 * @param rejected checks that this node answered with no in this window
 * @param uncounted checks of this window that the fail mode decided (open or closed), without a
 *     count
 * @param globalCount the shared count as this node last read it; null until the first read
 * @param pending admitted hits that the store has not yet acknowledged and that will be sent
 *     (again); hits given up after a failed sync, or admitted by fail mode {@code open}, are not
 *     pending
 * @param discarded admitted hits that were given up after a failed sync (policy {@code drop})
 * @param lastSyncMillis when a sync of this key last succeeded (in strict mode: a check), in
 *     milliseconds since 1970; null if none did
 * @param syncsOk syncs of this key that succeeded
 * @param syncsFailed syncs of this key that failed
 * @param requestsSinceSync checks since the last sync that succeeded
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record KeyState(
    String key,
    boolean explicit,
    long limit,
    long windowMillis,
    long windowId,
    long windowEndMillis,
    long admitted,
    long rejected,
    long uncounted,
    @Nullable Long globalCount,
    long pending,
    long discarded,
    @Nullable Long lastSyncMillis,
    long syncsOk,
    long syncsFailed,
    long requestsSinceSync) {}
