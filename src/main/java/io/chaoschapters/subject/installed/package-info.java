/** Which subjects are on the class path. */
@NullMarked
package io.chaoschapters.subject.installed;

import org.jspecify.annotations.NullMarked;
