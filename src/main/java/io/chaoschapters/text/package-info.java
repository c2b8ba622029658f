/** How texts and numbers are written. */
@NullMarked
package io.chaoschapters.text;

import org.jspecify.annotations.NullMarked;
