package io.chaoschapters.subjects.ratelimiter.service;

/**
 * What a sync set out with.
 *
 * @param requestsSeen checks since the previous sync when this one began
 */
record SyncStart(SyncItem item, long requestsSeen) {}
