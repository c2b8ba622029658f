/** Plots as SVG. */
@NullMarked
package io.chaoschapters.report.plot;

import org.jspecify.annotations.NullMarked;
