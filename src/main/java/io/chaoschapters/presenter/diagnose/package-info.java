/** Asks about the saved evidence of a run again, and compares answers. */
@NullMarked
package io.chaoschapters.presenter.diagnose;

import org.jspecify.annotations.NullMarked;
