/** Guard processes, which undo what a JVM that is gone has left. */
@NullMarked
package io.chaoschapters.runtime.guard;

import org.jspecify.annotations.NullMarked;
