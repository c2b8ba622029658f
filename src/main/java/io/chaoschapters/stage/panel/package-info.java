/** The parts of the stage; each panel is a class that draws. */
@NullMarked
package io.chaoschapters.stage.panel;

import org.jspecify.annotations.NullMarked;
