package io.chaoschapters.subjects.ratelimiter.service;

/**
 * One count to exchange with the store.
 *
 * @param amount hits to add ({@code COUNTER}) or the node's total ({@code TOTALS})
 */
record SyncItem(String key, Window window, CountKind kind, long amount) {}
