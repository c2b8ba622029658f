/** Diagnosers that know nothing; every assertion on a set of cases must fail them. */
@NullMarked
package io.chaoschapters.diagnosis.baseline;

import org.jspecify.annotations.NullMarked;
