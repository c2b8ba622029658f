/** Components that somebody else has started: which of them may be hit, and how many at once. */
@NullMarked
package io.chaoschapters.runtime.attach;

import org.jspecify.annotations.NullMarked;
