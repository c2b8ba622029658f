/** Requests to a Docker engine, and where it is found. */
@NullMarked
package io.chaoschapters.runtime.docker.engine;

import org.jspecify.annotations.NullMarked;
