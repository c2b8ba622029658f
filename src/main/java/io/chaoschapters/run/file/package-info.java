/** The files of a run: its journal and its summary, written whole even as the disk fills up. */
@NullMarked
package io.chaoschapters.run.file;

import org.jspecify.annotations.NullMarked;
