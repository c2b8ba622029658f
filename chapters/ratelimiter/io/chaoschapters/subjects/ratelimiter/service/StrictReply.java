package io.chaoschapters.subjects.ratelimiter.service;

/**
 * What the check script returns.
 *
 * @param count hits admitted in the window so far, this one included
 * @param nowMillis the store's clock
 */
record StrictReply(boolean allowed, long count, Window window, long nowMillis) {}
