/** The stage without a terminal: one line an event, and a table at the end. */
@NullMarked
package io.chaoschapters.stage.plain;

import org.jspecify.annotations.NullMarked;
