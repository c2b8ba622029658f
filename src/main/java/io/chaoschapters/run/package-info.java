/**
 * What happens in a run, as records, and its summary.
 *
 * <p>Everything above writes these events to the journal of {@link io.chaoschapters.run.file};
 * {@link io.chaoschapters.run.view} makes one picture of them.
 */
@NullMarked
package io.chaoschapters.run;

import org.jspecify.annotations.NullMarked;
