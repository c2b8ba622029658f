/** The courses of signals. */
@NullMarked
package io.chaoschapters.stage.chart;

import org.jspecify.annotations.NullMarked;
