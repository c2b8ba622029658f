/** Exact tests of two proportions, and of two proportions that are looked at again and again. */
@NullMarked
package io.chaoschapters.trials.statistics;

import org.jspecify.annotations.NullMarked;
