/** Files that users write: YAML with the line of every key, a schema, mistakes told together. */
@NullMarked
package io.chaoschapters.subject.file;

import org.jspecify.annotations.NullMarked;
