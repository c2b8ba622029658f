/** Elements of an HTML page. */
@NullMarked
package io.chaoschapters.report.html;

import org.jspecify.annotations.NullMarked;
