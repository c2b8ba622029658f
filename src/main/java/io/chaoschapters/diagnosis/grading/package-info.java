/** Compares a diagnosis with what an experiment expects. */
@NullMarked
package io.chaoschapters.diagnosis.grading;

import org.jspecify.annotations.NullMarked;
