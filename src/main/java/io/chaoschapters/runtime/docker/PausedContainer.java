package io.chaoschapters.runtime.docker;

import io.chaoschapters.runtime.support.Guarded;

/**
 * A container that is or will be paused, as the guard calls it.
 *
 * @param key its id
 */
record PausedContainer(String key) implements Guarded {}
