/** Subjects that are files: {@code subjects/<id>.yaml} on the class path. */
@NullMarked
package io.chaoschapters.subject.yaml;

import org.jspecify.annotations.NullMarked;
