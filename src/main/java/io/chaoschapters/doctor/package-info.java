/** Finds and removes what runs have left behind whose JVM is gone. */
@NullMarked
package io.chaoschapters.doctor;

import org.jspecify.annotations.NullMarked;
