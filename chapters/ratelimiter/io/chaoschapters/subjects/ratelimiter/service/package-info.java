/** A distributed fixed-window rate limiter: a program with an HTTP interface, counting in Redis. */
@NullMarked
package io.chaoschapters.subjects.ratelimiter.service;

import org.jspecify.annotations.NullMarked;
