/** Sentences as vectors, by a small model inside this process. */
@NullMarked
package io.chaoschapters.diagnosis.semantic.embedding;

import org.jspecify.annotations.NullMarked;
