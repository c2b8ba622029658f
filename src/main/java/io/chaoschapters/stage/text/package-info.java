/** Texts from outside made fit to be drawn, and broken into lines. */
@NullMarked
package io.chaoschapters.stage.text;

import org.jspecify.annotations.NullMarked;
