/** What chapter classes import: the annotations and the assertions. */
@NullMarked
package io.chaoschapters;

import org.jspecify.annotations.NullMarked;
