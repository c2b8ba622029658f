/** Experiments, and how they are read from a file and checked. */
@NullMarked
package io.chaoschapters.chaos.experiment;

import org.jspecify.annotations.NullMarked;
