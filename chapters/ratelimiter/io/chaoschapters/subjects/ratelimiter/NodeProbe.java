package io.chaoschapters.subjects.ratelimiter;

import io.chaoschapters.subject.Health;
import io.chaoschapters.subjects.ratelimiter.service.NodeState;
import org.jspecify.annotations.Nullable;

/**
 * What a look at one node came to.
 *
 * @param health whether it answered, and how it did not
 * @param state what it answered, or null when it did not
 */
record NodeProbe(Health health, @Nullable NodeState state) {}
