/** Looks at a subject without starting it, and reports mistakes in what it says of itself. */
@NullMarked
package io.chaoschapters.check;

import org.jspecify.annotations.NullMarked;
