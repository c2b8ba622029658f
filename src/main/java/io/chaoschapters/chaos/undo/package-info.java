/** What is to be undone, on the disk before anything is done. */
@NullMarked
package io.chaoschapters.chaos.undo;

import org.jspecify.annotations.NullMarked;
