package io.chaoschapters.subjects.ratelimiter;

import io.chaoschapters.subject.Health;
import org.jspecify.annotations.Nullable;

/**
 * What a look at the store came to.
 *
 * @param health whether it answered, and how it did not
 * @param count the shared count of the present window, or null when it was not read
 */
record StoreReading(Health health, @Nullable Long count) {}
