/** Typed metric queries, and the sources that answer them. */
@NullMarked
package io.chaoschapters.metrics;

import org.jspecify.annotations.NullMarked;
