/** Reads the text formats in which metrics are exposed. */
@NullMarked
package io.chaoschapters.metrics.exposition;

import org.jspecify.annotations.NullMarked;
