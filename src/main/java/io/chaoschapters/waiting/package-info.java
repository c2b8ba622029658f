/** Waits that have a name, a bound, a last value and a fail-fast. */
@NullMarked
package io.chaoschapters.waiting;

import org.jspecify.annotations.NullMarked;
