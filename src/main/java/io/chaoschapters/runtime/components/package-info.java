/** The components of a cluster together: started, stopped and ended as one. */
@NullMarked
package io.chaoschapters.runtime.components;

import org.jspecify.annotations.NullMarked;
