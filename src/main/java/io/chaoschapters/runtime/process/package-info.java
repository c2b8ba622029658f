/** Processes of this machine: started, told apart, owned. */
@NullMarked
package io.chaoschapters.runtime.process;

import org.jspecify.annotations.NullMarked;
