/** The embedded diagnoser: a sentence-embedding model that needs no key and no network. */
@NullMarked
package io.chaoschapters.diagnosis.semantic;

import org.jspecify.annotations.NullMarked;
