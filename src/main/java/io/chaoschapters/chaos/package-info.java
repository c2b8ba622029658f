/** Experiments, their faults, and the runner that injects, witnesses and undoes them. */
@NullMarked
package io.chaoschapters.chaos;

import org.jspecify.annotations.NullMarked;
