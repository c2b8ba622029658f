/**
 * The record of a run: its events, the journal that they are written to, and its summary.
 *
 * <p>Everything above writes events; {@link io.chaoschapters.run.view} makes one picture of them.
 */
@NullMarked
package io.chaoschapters.run;

import org.jspecify.annotations.NullMarked;
