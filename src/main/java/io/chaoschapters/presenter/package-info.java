/** Live mode: the programs that people start. */
@NullMarked
package io.chaoschapters.presenter;

import org.jspecify.annotations.NullMarked;
