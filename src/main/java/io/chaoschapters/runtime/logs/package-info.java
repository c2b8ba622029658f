/** The output of components, and the logs of libraries. */
@NullMarked
package io.chaoschapters.runtime.logs;

import org.jspecify.annotations.NullMarked;
