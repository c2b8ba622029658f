/** Trials of experiments and diagnosers: their log, and the table that is made of it. */
@NullMarked
package io.chaoschapters.report.trials;

import org.jspecify.annotations.NullMarked;
