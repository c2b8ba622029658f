/** Benchmarks, run by hand. */
@NullMarked
package io.chaoschapters.benchmark;

import org.jspecify.annotations.NullMarked;
