/** Runs components as child processes on loopback, with a guard process that outlives this JVM. */
@NullMarked
package io.chaoschapters.runtime.local;

import org.jspecify.annotations.NullMarked;
