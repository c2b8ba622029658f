/** Where a run's settings come from, and what each one means. */
@NullMarked
package io.chaoschapters.settings;

import org.jspecify.annotations.NullMarked;
