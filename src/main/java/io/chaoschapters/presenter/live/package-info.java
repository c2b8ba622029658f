/** A live show: one loop, its keys, and what happens behind the stage. */
@NullMarked
package io.chaoschapters.presenter.live;

import org.jspecify.annotations.NullMarked;
