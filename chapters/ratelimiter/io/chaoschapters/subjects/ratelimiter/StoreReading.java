package io.chaoschapters.subjects.ratelimiter;

import io.chaoschapters.subject.Health;
import org.jspecify.annotations.Nullable;

/**
 * What a look at the store came to.
 *
 * @param health whether it answered, and how it did not
 * @param count the shared count, or null when it did not answer
 * @param seconds the longest that one of a few exchanges took, or null when it did not answer
 */
record StoreReading(Health health, @Nullable Long count, @Nullable Double seconds) {}
