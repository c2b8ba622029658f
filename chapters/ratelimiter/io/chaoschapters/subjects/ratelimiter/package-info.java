/** The first subject: a distributed rate limiter whose nodes count in a shared Redis. */
@NullMarked
package io.chaoschapters.subjects.ratelimiter;

import org.jspecify.annotations.NullMarked;
