/** Tests of live mode. */
@NullMarked
package io.chaoschapters.presenter;

import org.jspecify.annotations.NullMarked;
