/** The faults that every subject has. */
@NullMarked
package io.chaoschapters.chaos.fault;

import org.jspecify.annotations.NullMarked;
