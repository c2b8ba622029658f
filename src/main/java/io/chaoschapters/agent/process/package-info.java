/** Starts agents as child processes, keeps them from the rest of the machine, and ends them. */
@NullMarked
package io.chaoschapters.agent.process;

import org.jspecify.annotations.NullMarked;
