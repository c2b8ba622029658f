/** What trials came to before, kept in a file on purpose, and how new ones compare with it. */
@NullMarked
package io.chaoschapters.trials.baseline;

import org.jspecify.annotations.NullMarked;
