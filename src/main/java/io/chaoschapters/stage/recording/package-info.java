/** Recordings of the stage: asciicast files, a transcript for browsers, and playing them again. */
@NullMarked
package io.chaoschapters.stage.recording;

import org.jspecify.annotations.NullMarked;
