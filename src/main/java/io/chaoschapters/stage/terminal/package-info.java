/** The stage on a terminal: draws frames, and turns keys into what the presenter wants. */
@NullMarked
package io.chaoschapters.stage.terminal;

import org.jspecify.annotations.NullMarked;
