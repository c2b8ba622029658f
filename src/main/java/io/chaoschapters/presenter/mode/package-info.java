/** What the modes of the program have in common. */
@NullMarked
package io.chaoschapters.presenter.mode;

import org.jspecify.annotations.NullMarked;
