/** The daemon that observes a cluster, checks its invariants and raises violations. */
@NullMarked
package io.chaoschapters.monitor;

import org.jspecify.annotations.NullMarked;
