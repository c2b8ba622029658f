/**
 * Diagnosers that know nothing, for comparison: a diagnoser that does no better knows nothing
 * either.
 */
@NullMarked
package io.chaoschapters.diagnosis.baseline;

import org.jspecify.annotations.NullMarked;
