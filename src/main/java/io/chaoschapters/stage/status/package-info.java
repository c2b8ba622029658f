/** How the system is in one word, computed from the fault and the invariants. */
@NullMarked
package io.chaoschapters.stage.status;

import org.jspecify.annotations.NullMarked;
