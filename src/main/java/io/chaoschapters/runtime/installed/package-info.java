/** Which runtimes are on the class path, and which of them is used. */
@NullMarked
package io.chaoschapters.runtime.installed;

import org.jspecify.annotations.NullMarked;
