/** The append-only record of a run, to which everything above it writes. */
@NullMarked
package io.chaoschapters.journal;

import org.jspecify.annotations.NullMarked;
