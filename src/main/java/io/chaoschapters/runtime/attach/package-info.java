/** Existing components: which of them faults may target, and how many at the same time. */
@NullMarked
package io.chaoschapters.runtime.attach;

import org.jspecify.annotations.NullMarked;
