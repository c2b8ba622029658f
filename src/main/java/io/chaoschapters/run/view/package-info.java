/**
 * What a run looks like: the one projection of its journal, from which stage, log, report and
 * summary are made.
 */
@NullMarked
package io.chaoschapters.run.view;

import org.jspecify.annotations.NullMarked;
