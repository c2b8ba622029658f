/** What trials came to, on the disk: to compare with later, and to say beside an answer. */
@NullMarked
package io.chaoschapters.report.baseline;

import org.jspecify.annotations.NullMarked;
