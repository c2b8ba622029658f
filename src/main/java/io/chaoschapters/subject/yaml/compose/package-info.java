/** Compose files: their services as components. */
@NullMarked
package io.chaoschapters.subject.yaml.compose;

import org.jspecify.annotations.NullMarked;
