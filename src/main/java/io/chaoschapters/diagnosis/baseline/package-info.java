/** Diagnosers that know nothing, for comparison: whoever is not better knows nothing either. */
@NullMarked
package io.chaoschapters.diagnosis.baseline;

import org.jspecify.annotations.NullMarked;
