/** What a run leaves behind for people and programs. */
@NullMarked
package io.chaoschapters.report;

import org.jspecify.annotations.NullMarked;
