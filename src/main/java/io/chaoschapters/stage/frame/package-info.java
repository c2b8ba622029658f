/** A frame of characters, its colors, and what draws on it. */
@NullMarked
package io.chaoschapters.stage.frame;

import org.jspecify.annotations.NullMarked;
