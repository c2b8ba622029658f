@NullMarked
package io.chaoschapters.runtime.attach;

import org.jspecify.annotations.NullMarked;
