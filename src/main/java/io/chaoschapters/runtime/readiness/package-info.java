/** Waits until a component serves, and tells why one does not. */
@NullMarked
package io.chaoschapters.runtime.readiness;

import org.jspecify.annotations.NullMarked;
