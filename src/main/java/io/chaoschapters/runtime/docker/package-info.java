/**
 * Runs components as containers of a Docker engine on this machine, with a guard process that
 * outlives this JVM.
 */
@NullMarked
package io.chaoschapters.runtime.docker;

import org.jspecify.annotations.NullMarked;
