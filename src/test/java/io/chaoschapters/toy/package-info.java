/** A subject in memory: the smallest thing that the framework can be tested with. */
@NullMarked
package io.chaoschapters.toy;

import org.jspecify.annotations.NullMarked;
